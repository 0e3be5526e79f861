# Lo que ven quienes informan y quienes leen el resumen. Palabras sencillas, frases cortas, sin culpas.

## Frame

frame-skip = Ir al contenido
frame-language = Idioma
frame-foot = Este sitio no usa cookies, no carga nada de otros sitios y no guarda su dirección.

## Landing page

landing-title = ¿Algo estuvo a punto de salir mal? Cuéntelo aquí.
landing-lead = { $organisation } aprende de los sustos antes de que alguien salga herido. No necesita cuenta ni da su nombre.
landing-notfor-title = Este no es el lugar para
landing-notfor-danger = Un peligro ahora mismo. Llame primero a emergencias o avise a la persona responsable. Después puede informar.
landing-notfor-accident = Un accidente con heridos graves o un delito. Avise a su responsable, a la policía o a la autoridad pública. Aquí nadie puede actuar con la rapidez necesaria.
landing-notfor-person = Una queja sobre una persona, o asuntos de salario y contrato. Pueden ayudarle la representación del personal o recursos humanos.
landing-notfor-anyway = Si aun así envía algo de esto, quienes revisan lo leen y es posible que tengan que comunicar lo que dice.
landing-promise-title = Lo que prometemos
landing-promise-nobody = Sin nombre, sin cuenta, sin cookies. No guardamos su dirección de internet, su dispositivo ni la hora. De la fecha solo queda la semana.
landing-promise-sealed = Sus palabras se sellan antes de guardarse. Solo quienes revisan pueden abrirlas, y cada apertura queda registrada.
landing-promise-removed = Los nombres, las fechas y todo lo que pueda señalarle a usted o a un compañero se quitan antes de que lo lea nadie más.
landing-promise-receipt = Recibe nueve palabras. Con ellas, y solo con ellas, puede ver más tarde qué pasó con su informe.
landing-promise-saved = Si decimos «recibido», está guardado y a salvo. Si no se guardó, se lo decimos.
landing-limits-title = Lo que no podemos prometer
landing-limits-device = No podemos ocultar que este dispositivo abrió esta página. No use un ordenador, un teléfono o una red de su empresa si no se fía.
landing-limits-style = Lo que solo usted podía saber, o su manera de escribir, puede delatarle ante alguien que estuvo allí.
landing-limits-typed = Un nombre que usted escriba lo ve la persona encargada de quitarlo.
landing-limits-law = Un juez puede ordenarnos entregar lo que exista. Por eso guardamos tan poco.
landing-report = Hacer un informe
landing-report-hint = Unos tres minutos. Antes de enviar verá lo que se va a ocultar.
landing-receipt = Tengo nueve palabras
landing-staff = Acceso del personal

## Report form

report-title = Informar
report-lead = Cuente qué estuvo a punto de salir mal, qué podría salir mal o qué salió bien. Solo dos preguntas son obligatorias.
report-before-title = Antes de escribir
report-before-notfor = No es para peligros ahora mismo, accidentes con daños graves, delitos ni quejas sobre una persona.
report-before-device = No desde equipos o redes del trabajo de los que no se fíe: no podemos ocultar que estuvo aquí.
report-before-kept = No se guarda nombre, dirección, cookies ni hora de envío. Los nombres y fechas de su texto se ocultan antes de que los analistas lo lean.
report-before-limits = Lo que solo usted podía saber aún puede delatarle. Un juez puede ordenarnos entregar lo que exista.
report-before-more = Todas las promesas y sus límites
report-words-title = Sus nueve palabras
report-words-text = Si se corta la conexión después de enviar, estas palabras encuentran su informe igualmente. Cópielas ahora o después de enviar. Nadie más las tiene.
report-required = obligatorio
report-optional = Puede dejar todo esto en blanco. Cada respuesta ayuda un poco.
report-optional-title = Más, si quiere
report-kind = ¿Qué tipo de cosa es?
report-narrative = ¿Qué pasó?
report-narrative-hint = Qué se estaba haciendo, qué notó usted, qué lo detuvo. Escriba «una enfermera» o «cama 4» si quiere: ocultamos lo que señala a personas.
report-narrative-limit = Hasta 20.000 caracteres.
report-urgent = Alguien podría salir herido pronto: que se vea enseguida
report-urgent-hint = Normalmente los informes esperan hasta que hay varios y se muestran en orden mezclado, para que nadie sepa cuándo envió el suyo. Márquelo solo si no puede esperar: renuncia a esa protección.
report-when = Cuándo y dónde
report-month = Mes
report-day-part = Momento del día
report-area = Dónde
report-area-hint = Las áreas pequeñas solo se muestran a los analistas de forma más amplia.
report-phase = Qué se estaba haciendo
report-stopped = Qué lo notó y qué lo detuvo
report-detection = ¿Cómo se notó?
report-recovery = ¿Qué lo detuvo?
report-weight = Cómo de grave, con qué frecuencia
report-severity = ¿Qué podría haber pasado?
report-frequency = ¿Cuántas veces lo ha visto?
report-worry = ¿Cuánto le preocupa?
report-idea-group = Su idea, y usted
report-idea = ¿Qué ayudaría?
report-idea-hint = Una idea para arreglarlo, si la tiene. Hasta 2.000 caracteres.
report-role = Su función
report-role-hint = Los analistas no la ven nunca. Solo sirve para calcular cuántas personas podría ser usted.
report-contact = ¿Podemos preguntarle algo?
report-contact-hint = Podemos responder mediante sus nueve palabras. También puede dejar una tira con su nombre, sellada aparte del aviso.
report-consent = ¿Se puede contar la historia a los compañeros, sin nada que señale a personas?
report-preview = Ver lo que se ocultará
report-send-now = Enviar sin mirar
report-send-hint = No se guarda nada hasta que usted envía.
report-problems-title = Falta corregir algo
report-problems-text = Todo lo que escribió sigue aquí.

## Answers

answer-blank = elegir …
answer-dont-know = No lo sé
answer-rather-not = Prefiero no decirlo
kind-near-miss = Estuvo a punto de salir mal
kind-near-miss-hint = Algo iba a salir mal y lo detuvo la suerte o la atención de alguien.
kind-unsafe-condition = Podría salir mal cualquier día
kind-unsafe-condition-hint = Todavía no ha pasado nada, pero la trampa está ahí.
kind-went-well = Salió bien
kind-went-well-hint = Algo se detectó o se hizo tan bien que otros deberían saberlo.
day-part-night = Noche
day-part-morning = Mañana
day-part-afternoon = Tarde
day-part-evening = Última hora de la tarde
severity-none = Nadie habría salido herido
severity-minor = Heridas leves
severity-moderate = Heridas con tratamiento
severity-severe = Heridas graves
severity-fatal = Alguien podría haber muerto
frequency-first = Por primera vez
frequency-sometimes = A veces
frequency-often = A menudo
frequency-daily = Todos los días
worry-little = Un poco
worry-somewhat = Bastante
worry-very = Mucho
worry-urgent = No puede esperar
contact-none = No
contact-receipt = Sí, mediante mis nueve palabras
contact-identity = Sí, así pueden localizarme
report-strip = Tira de identidad
report-strip-hint = Solo si eligió «así pueden localizarme». Se sella aparte de su texto. Nadie puede abrirla por su cuenta: dos custodios deben estar de acuerdo y dar un motivo, y usted lo ve con sus nueve palabras. Se destruye 72 horas después de la llamada, a más tardar a los 30 días.
report-strip-1 = Nombre
report-strip-2 = Cómo localizarle
report-strip-3 = Cuándo llamar
problem-strip-long = Es demasiado largo o tiene caracteres que no se pueden guardar. Acórtelo, por favor.
problem-strip-reach = Diga cómo localizarle o elija otra respuesta arriba.
problem-strip-unchosen = Ha escrito datos para una llamada. Elija «así pueden localizarme» para enviarlos o vacíe los campos.
problem-strip-closed = Ahora mismo no se puede dejar una tira. Elija otra respuesta y vacíe los campos.
consent-yes = Sí
consent-ask = Pregúntenme antes, mediante mis nueve palabras
consent-no = No

## What is wrong with a field

problem-empty = Escriba aquí unas palabras. Puede ser breve.
problem-unreadable = Algunos caracteres no llegaron como texto (aparecen como «�»). Escríbalos de nuevo o quítelos.
problem-too-long = Es demasiado largo. Acórtelo: no se ha cortado nada.
problem-unknown-choice = Elija una de las respuestas de la lista.
problem-kind = Elija una de las tres.
problem-words-in-text = Sus nueve palabras están en el texto. Quítelas: quien las lea podría consultar su informe. No se ha enviado nada.

## When something is in the way

report-not-saved-title = No guardado
report-stale = Este formulario era demasiado antiguo y todavía no se ha guardado nada. Las palabras que vio antes ya no valen. Abajo tiene palabras nuevas; su texto sigue aquí. Envíelo otra vez, por favor.
report-again = Enviar otra vez
report-different = Las palabras de este formulario ya tienen otro informe. Quizá volvió atrás y cambió el texto. Este texto aún no está guardado; ahora tiene palabras nuevas. Envíelo si es un informe nuevo.
report-unavailable = Su informe no se ha guardado: no se puede acceder al almacén. Su texto sigue aquí y en ningún otro sitio. Espere un minuto y envíelo otra vez. Las palabras son las mismas, así que enviarlo dos veces no hace daño.
report-broken = Su informe no se ha guardado: aquí hay algo roto y no es culpa suya. Su texto sigue aquí y en ningún otro sitio. Cópielo e inténtelo más tarde.
intake-not-open = Este servicio aún no puede recibir informes: no hay nadie para revisarlos. Su texto no se ha guardado.
conflict-changed = Otra persona cambió esto en el mismo momento. Cargue la página de nuevo y repita lo que hizo.

## Preview

preview-title = Lo que se ocultará
preview-lead = Así leería su informe un analista. Todavía no se ha guardado nada.
preview-legend = Las palabras marcadas se sustituyen por lo que está entre corchetes. Solo usted y quien revisa ven lo que había.
preview-narrative = Qué pasó
preview-idea = Qué ayudaría
preview-none = No encontramos nada que ocultar. Léalo otra vez: ¿hay algo que solo usted podía saber?
preview-list-title = Oculto, y por qué
preview-count = { $n ->
    [one] Se oculta un pasaje.
   *[other] Se ocultan { $n } pasajes.
}
preview-doubt = en duda: decide quien revisa
preview-doubt-legend = Una línea de puntos indica duda: decidirá quien revisa.
preview-was = antes:
preview-screener = Una persona lo revisa todo otra vez y oculta lo que se nos haya escapado.
meter-title = ¿Cuántas personas podría ser usted?
meter-fits = { $n ->
    [0] En nuestra plantilla nadie encaja con lo que eligió. Podría señalarle directamente.
    [one] Más o menos una persona encaja con lo que eligió. Podría señalarle directamente.
   *[other] Unas { $n } personas encajan con lo que eligió.
}
meter-few = Menos de diez: su área no se mostrará a los analistas.
meter-drop-role = Quitar su función: entonces unas { $n }
meter-drop-area = Quitar dónde: entonces unas { $n }
preview-send = Enviar
preview-change = Cambiar algo
span-person = Persona
span-email = Correo electrónico
span-phone = Número de teléfono
span-url = Dirección web
span-username = Nombre de usuario
span-id = Número que señala a alguien
span-vehicle = Vehículo
span-org = Organización
span-location = Lugar
span-date = Fecha
span-time = Hora
span-age = Edad
span-role-unique = Puesto que ocupa una sola persona
span-other-id = Algo que señala a una persona

## Received

received-title = Recibido
received-lead = Su informe está guardado y a salvo. Gracias.
received-words-title = Sus nueve palabras
received-words-text = Anótelas, imprima esta página o haga una foto. Con ellas puede ver qué pasa con su informe. Sin ellas nadie puede encontrarlo por usted.
received-line = En una línea, para copiar
received-qr-text = El cuadrado contiene las mismas nueve palabras y nada más.
received-qr-label = Las nueve palabras como código QR
received-next-title = Qué pasa ahora
received-next-1 = Una persona lo lee y quita lo que pueda señalar a alguien.
received-next-2 = Los analistas leen el resto y buscan qué lo hizo posible, no quién lo hizo.
received-next-3 = Vuelva a mirar dentro de dos o tres semanas con sus palabras.
received-finish = Terminar y borrar esta página
received-finish-hint = En un ordenador compartido, cierre también la ventana.

## Looking up a report

receipt-title = Consultar un informe
receipt-lead = Escriba las nueve palabras que recibió. Mayúsculas o minúsculas, espacios o guiones: todo vale.
receipt-words = Nueve palabras
receipt-look = Consultar
receipt-count = { $n ->
    [0] Escriba las nueve palabras que recibió.
    [one] Es una sola palabra. Un recibo tiene nueve.
   *[other] Son { $n } palabras. Un recibo tiene nueve.
}
receipt-word = La palabra número { $n } no está en nuestra lista. Compruebe cómo se escribe.
receipt-unknown = Ningún informe tiene estas palabras. Compruebe el orden y la ortografía. Si nunca llegó a la página «Recibido», quizá no se guardó: envíelo otra vez, por favor.
receipt-found-title = Su informe
receipt-here = está aquí
receipt-past = hecho
receipt-ahead = falta
stage-received = Recibido
stage-received-text = Está guardado y sellado. Espera hasta que pueda mostrarse junto con otros.
stage-screening = En revisión
stage-screening-text = Una persona quita lo que pueda señalar a alguien.
stage-released = Con los analistas
stage-released-text = Leen el texto limpio y buscan qué lo hizo posible.
stage-learning = Se aprende de él
stage-learning-text = Sirve para una revisión o para cambiar cómo se trabaja.
stage-closed = Cerrado
stage-closed-text = No se hará nada más con este informe. Lo que se aprendió de él queda.
receipt-finish = Terminar y borrar esta página

## Leaving the digest

unsubscribe-title = Dejar de recibir el resumen
unsubscribe-address-lead = ¿Qué dirección no debe recibir más el resumen?
unsubscribe-address = Correo electrónico
unsubscribe-button = Dejar de recibirlo
unsubscribe-token-lead = Pulse el botón y esta dirección no recibirá más resúmenes.
unsubscribe-done-title = Hecho
unsubscribe-done-token = Esta dirección no recibirá más resúmenes.
unsubscribe-done-address = Si esta dirección estaba en la lista, no recibirá más resúmenes.
unsubscribe-unknown = Este enlace ya no funciona. Escriba la dirección.
problem-address = Escriba una dirección como nombre@example.org.

## Errors

error-home = A la primera página
error-incident = Número para quienes mantienen este servicio: { $number }
error-unreadable-title = No hemos podido leerlo
error-unreadable-text = No se ha guardado nada. Vuelva atrás e inténtelo una vez más.
error-forbidden-title = No permitido
error-forbidden-text = El formulario no venía de este sitio o era demasiado antiguo. No se ha cambiado nada. Abra la página de nuevo y repita lo que hizo.
error-missing-title = Aquí no hay nada
error-missing-text = Compruebe la dirección o empiece por la primera página.
error-method-title = Así no funciona
error-method-text = La dirección existe, pero no para esto. Empiece por la primera página.
error-slow-title = Ha tardado demasiado
error-slow-text = El texto no llegó a tiempo. No se ha guardado nada. Vuelva atrás: casi todos los navegadores conservan lo que escribió. Después envíelo otra vez.
error-conflict-title = Ahora no se puede hacer
error-conflict-text = No se ha cambiado nada.
error-large-title = Es demasiado de una vez
error-large-text = Lo que envió es mayor de lo que podemos recibir. No se ha guardado nada. Vuelva atrás: casi todos los navegadores conservan lo que escribió. Acórtelo y envíelo otra vez.
error-media-title = No podemos leer este tipo de datos
error-media-text = No se ha guardado nada. Use el formulario de este sitio, por favor.
error-host-title = Dirección equivocada
error-host-text = Este servicio no responde con ese nombre.
error-unavailable-title = No disponible en este momento
error-unavailable-text = No se puede acceder al almacén. No se ha cambiado nada. Espere un minuto e inténtelo otra vez.
error-broken-title = Aquí hay algo roto
error-broken-text = No es culpa suya. No se ha guardado nada. Inténtelo más tarde.

## For other programs

api-bad-json-title = No se puede leer como JSON
api-bad-json-text = Envíe un objeto JSON como se describe en /api/v1/openapi.json.
api-invalid-title = Algunos campos necesitan otro valor
api-invalid-text = Véase «errors».
api-stale-title = El recibo es demasiado antiguo
api-stale-text = Pida uno nuevo en /api/v1/receipt y envíe otra vez, o envíe sin recibo.
api-different-title = El recibo ya está usado
api-different-text = Estas palabras ya tienen otro informe. Pida otras en /api/v1/receipt.
