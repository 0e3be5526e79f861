# Envío del boletín: aceptar, cartas de prueba, la luz de la mesa.

## La carta que pregunta y su página

post-confirm-subject = { $organisation }: ¿quieres recibir el boletín de seguridad?
post-confirm-letter = El equipo de seguridad de { $organisation } quisiera enviarte su boletín de seguridad, una carta al mes. Abre esta página y pulsa el botón si lo quieres:
post-confirm-letter-else = Si no lo quieres, no hagas nada: no recibirás ninguna otra carta.
post-confirm-title = Recibir el boletín
post-confirm-lead = Pulsa el botón y esta dirección recibirá el boletín de seguridad de { $organisation }, una carta al mes. Cada carta permite dejarlo.
post-confirm-button = Sí, quiero el boletín
post-confirm-done = Hecho. El próximo boletín llegará a esta dirección.
post-confirm-unknown = Este enlace ya no sirve. Pide al equipo de seguridad que vuelva a añadir tu dirección.

## Destinatarios en la mesa

post-readers-asking = A los nuevos destinatarios se les pregunta primero por carta; el resumen llega cuando han dicho que sí.
post-readers-asked = Preguntado, sin respuesta
post-readers-bounced = Parado: las cartas volvieron
desk-done-reader-asked = Destinatario añadido. Una carta le pregunta si quiere el resumen.

## Carta de prueba

post-trial-subject = { $organisation }: carta de prueba
post-trial-letter = Esta es una carta de prueba del servicio de notificación de { $organisation }. Si puedes leerla, las cartas llegan. No hay que hacer nada.
post-trial-title = Enviar una carta de prueba
post-trial-lead = Envía una carta en el acto y muestra lo que dice el servidor de correo. La dirección no se guarda.
post-trial-do = Enviar
post-trial-sent = El servidor de correo ha aceptado la carta
post-trial-look = Mira en el buzón y en su carpeta de correo no deseado.
post-trial-not-sent = La carta no ha salido
post-trial-said = El servidor de correo dijo:
post-stage-connect = No se pudo llegar al servidor de correo.
post-stage-encrypt = No se pudo cifrar la conexión, o el certificado no es el correcto. Nunca se envía nada sin cifrar.
post-stage-sign-in = El servidor de correo rechazó el usuario o la contraseña.
post-stage-letter = La conexión funciona; el servidor de correo rechazó esta carta.
post-failure-transient = Puede ser pasajero: una carta de verdad se volvería a intentar sola.
post-failure-permanent = No se arreglará solo: una carta de verdad a esta dirección se daría por perdida.
post-failure-configuration = No sale ninguna carta hasta que se arreglen los ajustes o el servidor de correo.

## La luz

post-light-title = Envío del resumen
post-light-green = Verde
post-light-amber = Ámbar
post-light-red = Rojo
post-light-delivered = El último resumen ha llegado a los servidores de todos sus destinatarios.
post-light-waiting = Hay cartas que esperan su próximo intento.
post-light-some-lost = Algunas cartas se dieron por perdidas o volvieron.
post-light-due = El último mes aún no tiene resumen aprobado.
post-light-changed = Un boletín fijado no es lo que se fijó. No sale ninguna de sus cartas.
post-light-blocked = No sale ninguna carta hasta que se arreglen los ajustes o el servidor de correo.
post-light-none-arrived = Ninguna carta del último resumen ha llegado.
post-light-late = El resumen del último mes lleva más de dos semanas de retraso.

## Registro

desk-verb-digest-confirm = Un destinatario dijo que sí
desk-verb-digest-bounce = Una carta volvió
desk-verb-mail-try = Envió una carta de prueba
desk-verb-mail-watch = Miró el envío de las cartas
