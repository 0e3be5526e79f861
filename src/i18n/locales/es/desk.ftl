# Candor, lado del personal: entrada y mesa de trabajo.

## Marco

desk-nav-label = Mesa de trabajo
desk-nav-home = Inicio
desk-nav-screening = Revisión
desk-nav-reports = Informes
desk-nav-digest = Resumen
desk-nav-readers = Destinatarios
desk-nav-people = Personas
desk-nav-dictionary = Lista propia
desk-nav-audit = Registro
desk-sign-out = Salir
desk-key-open = Clave de revisión abierta
desk-key-locked = Clave de revisión cerrada
desk-key-none = Aún sin clave de revisión
desk-save = Guardar
desk-not-given = sin indicar
desk-month = { $month } de { $year }
desk-foot = El trabajo queda en el registro: quién hizo qué, nunca qué se leyó.
desk-door-foot = Al entrar se guarda una sola cookie, que termina con el navegador. No se carga nada de otro sitio.
desk-urgent = Urgente
desk-urgent-why = Quien informó pidió que se viera enseguida: alguien podría salir herido pronto.
desk-problems = Algo necesita otra respuesta. Está marcado abajo; todo lo que escribió sigue ahí.
desk-older = Anteriores
desk-newest = Volver a los más recientes

## Después de hacer algo

desk-done-signed-out = Ha salido. No queda nada de la mesa en este navegador.
desk-done-released = Liberado. Los analistas ya pueden leer el nuevo texto.
desk-done-proposed = Texto propuesto. Otra persona que revisa debe confirmarlo antes de que lo vean los analistas.
desk-done-sent-back = Devuelto a revisión.
desk-done-granted = Clave entregada. Su colega ya puede abrir los informes sin tratar.
desk-done-coded = Guardado.
desk-done-prepared = El resumen está congelado. Una segunda persona debe aprobarlo.
desk-done-approved = Aprobado. Las cartas están en camino.
desk-done-retried = Las cartas no entregadas esperan un nuevo intento.
desk-done-reader-added = Destinatario añadido.
desk-done-reader-removed = Destinatario quitado.
desk-done-disabled = Cuenta cerrada. Sus sesiones han terminado.
desk-done-enabled = Cuenta abierta de nuevo.
desk-done-roles = Funciones cambiadas. La persona debe entrar otra vez.
desk-done-terms-added = Los términos están en la lista.
desk-done-terms-removed = Quitado de la lista.
desk-done-terms-none = No había nada así en la lista.
desk-done-remembered = En la lista desde ahora.
desk-done-retention = Confirmado. Lo que ha vencido se destruye en la próxima pasada, en un minuto más o menos.

## Negativas

desk-lapsed-title = Su sesión terminó
desk-lapsed-text = No se guardó nada: la sesión terminó tras 15 minutos sin actividad, o tras 8 horas. Entre de nuevo y abra la página otra vez.
desk-lapsed-kept = Lo que había escrito, para que pueda copiarlo:
case-changed = Otra persona cambió este informe mientras tanto. Lo que escribió sigue en el formulario, y lo guardado está al lado. Guarde otra vez para sustituirlo.
release-open-questions = Responda primero a las dudas abiertas: ocultar o dejar. No se liberó nada.
release-same-person = Otra persona debe liberar este texto: lo propuso usted.
digest-exists = Este mes ya tiene su resumen.
digest-month-open = Este mes no lleva terminado el tiempo suficiente. Un resumen se puede preparar una semana después del fin de mes.
digest-same-person = Otra persona debe aprobar este resumen, o ya está aprobado.
digest-spent = No hay resumen: el ruido de ese mes ya se extrajo una vez y no se extrae de nuevo.
digest-book = No hay resumen: el libro de ruido, junto a las anclas de auditoría, es más corto que antes. Devuelva el más reciente a su sitio.
digest-noise-preview = No hay vista previa: con ruido sería otra extracción. Congele el mes para ver sus cifras.
digest-refused = No hay resumen: junto a los anteriores, sus cifras delatarían un número pequeño.
desk-no-key = Aún no tiene la clave de revisión. Otra persona que revisa se la entrega desde su página de revisión.
desk-locked = La clave de revisión está cerrada. Escriba su frase de paso para abrirla.

## Entrada

desk-sign-in-title = Entrar en la mesa de trabajo
desk-sign-in-lead = Para quienes revisan, analizan, publican o mantienen el sistema. Para informar de algo no hace falta cuenta.
desk-sign-in-report = Informar de algo
desk-email = Correo electrónico
desk-passphrase = Frase de paso
desk-code = Código de un solo uso
desk-code-hint = Seis cifras de su aplicación de autenticación, o uno de sus códigos de recuperación.
desk-sign-in = Entrar
desk-sign-in-wrong = La dirección, la frase de paso y el código no encajan. Compruebe los tres; un código sirve una sola vez. Después de varios intentos fallidos, espere un minuto.
desk-sign-in-wait = Demasiados intentos. Espere { $n ->
    [one] un segundo
   *[other] { $n } segundos
  } e inténtelo de nuevo.
desk-sign-in-unavailable = Ahora mismo no se puede entrar. Inténtelo en un minuto.
desk-demo-title = Personas inventadas
desk-demo-lead = Esto es una demostración con datos inventados. Cualquiera de la lista puede entrar; el botón escribe la frase de paso y el código por usted.
desk-demo-once = Un código sirve una vez. Entrar otra vez como la misma persona tarda hasta 30 segundos.
desk-demo-as = Entrar como { $name }
desk-demo-code = Código ahora

## Invitación

desk-set-up-title = Preparar su cuenta
desk-set-up-lead = Le damos la bienvenida, { $name }. Elija una frase de paso y conecte una aplicación de autenticación. El enlace sirve una vez.
desk-set-up-passphrase-title = 1. Frase de paso
desk-set-up-passphrase-rules = Al menos 15 caracteres. Cuatro o cinco palabras que no tengan que ver entre sí son fáciles de recordar y difíciles de adivinar; los espacios son bienvenidos. Ni el nombre de la organización ni nada que use en otro sitio.
desk-set-up-again = La misma frase de paso otra vez
desk-set-up-key = Su frase de paso abre también su clave. Nadie puede restablecerla sin quitarle esa clave.
desk-set-up-code-title = 2. Aplicación de autenticación
desk-set-up-qr = Código QR para su aplicación de autenticación
desk-set-up-scan = Lea esta imagen con una aplicación de autenticación en su teléfono, o escriba en ella la clave de abajo.
desk-set-up-secret = Clave
desk-set-up-code = Código que la aplicación muestra ahora
desk-set-up-finish = Terminar
desk-set-up-problems = Algo necesita otra respuesta. Está marcado abajo; escriba otra vez la frase de paso y un código nuevo.
desk-set-up-gone-title = Este enlace no funciona
desk-set-up-gone = Ya se usó, es demasiado antiguo o está incompleto. Pida uno nuevo a quien le invitó.
problem-passphrase-short = Use al menos 15 caracteres.
problem-passphrase-long = Use como mucho 256 caracteres.
problem-passphrase-common = Esta aparece en listas de frases comunes, o se parece demasiado al nombre de la organización o al suyo. Elija otra.
problem-code = Este código no encaja. Compruebe el reloj de su teléfono y escriba el código que muestra ahora.
desk-problem-again = Las dos frases de paso son distintas.

## Abrir

desk-unlock-title = Abrir la clave de revisión
desk-unlock-lead = Los informes sin tratar están sellados. Su frase de paso los abre mientras trabaja con ellos; tras cinco minutos sin actividad se sellan de nuevo.
desk-unlock-kept = Sus decisiones se conservan y seguirán adelante.
desk-unlock = Abrir la clave
desk-unlock-wrong = Esa frase de paso no abre la clave.

## Llaves de acceso, prueba y la propia cuenta

desk-passkey-use = Usar una llave de acceso en lugar de un código
desk-passkey-failed = El navegador no tiene ninguna llave de acceso para esta página, o la petición se interrumpió. Inténtelo de nuevo o use un código.
desk-confirm-title = ¿Sigue siendo usted?
desk-confirm-lead = Lo que va a hacer necesita una prueba reciente, de menos de cinco minutos. Nada de lo que ha escrito se pierde; sigue desde aquí.
desk-confirm-do = Confirmar y seguir
desk-confirm-leave = Dejarlo y volver a la mesa
desk-confirm-wrong = La frase de paso y el segundo factor no encajan. Un código sirve una sola vez.
desk-done-confirmed = Confirmado. Durante cinco minutos no se le preguntará otra vez.
desk-done-passphrase = Su frase de paso ha cambiado. Sus otras sesiones han terminado.
desk-done-passkey-added = Llave de acceso añadida. Sirve desde la próxima entrada.
desk-done-passkey-removed = Llave de acceso quitada. Aquí ya no abre nada.
desk-done-sessions-ended = Sus otras sesiones han terminado.
desk-done-conflict-added = Anotado. Desde ahora la persona no ve informes de esa unidad.
desk-done-conflict-removed = Quitado. La persona puede ver otra vez los informes de esa unidad.
desk-set-up-done-title = Su cuenta está lista
desk-set-up-done-lead = Guarde los códigos de recuperación de abajo y entre después con su frase de paso y un código nuevo.
desk-codes-title = Códigos de recuperación
desk-codes-once = Cada uno sustituye una vez a un código de un solo uso, el día en que no tenga el teléfono. Se muestran solo esta vez. Imprímalos o cópielos y guárdelos donde guarda las llaves, no junto a su frase de paso.
desk-codes-old = Los códigos que tenía antes ya no sirven.
desk-me-title = Mi cuenta
desk-me-link = { $name }: mi cuenta
desk-me-lead = Con qué entra y dónde tiene sesiones abiertas. Nadie más ve esta página.
desk-me-back = Volver a mi cuenta
desk-me-problems = Todavía no se ha cambiado nada. Lo que necesita otra respuesta está marcado abajo.
desk-me-passkeys = Llaves de acceso
desk-me-passkeys-lead = Una llave de acceso sustituye al código de un solo uso: el teléfono, el ordenador o la llave de seguridad pide su dedo, su cara o su PIN. Una página copiada no puede engañarla. La frase de paso sigue siendo necesaria, porque abre su clave.
desk-me-passkeys-script = Para añadir una llave de acceso hace falta un navegador con los scripts activados, en la dirección de este servicio. Los códigos de un solo uso funcionan sin ellos.
desk-me-passkeys-address = A este servicio se llega por un número y no por un nombre, así que los navegadores no ofrecen aquí llaves de acceso. Los códigos de un solo uso hacen lo mismo.
desk-me-passkey-name = Nombre de la llave de acceso
desk-me-passkey-name-hint = Para saber después cuál es, por ejemplo: llave azul de mi llavero.
desk-me-passkey-add = Añadir una llave de acceso
desk-me-passkey-remove = Quitar
desk-me-passkey-remove-which = Quitar { $name }
desk-me-passkey-late = Ha tardado demasiado, o la respuesta ya se había enviado. Inténtelo de nuevo.
desk-me-passkey-refused = No se pudo comprobar la llave de acceso. Tiene que pedir su dedo, su cara o su PIN y crearse en una página de este servicio.
desk-me-passkey-many = Diez llaves de acceso bastan. Quite antes una.
problem-passkey-name = Póngale un nombre de 60 caracteres como mucho.
desk-me-codes-left = { $n ->
    [0] No le queda ningún código de recuperación.
    [one] Le queda un código de recuperación.
   *[other] Le quedan { $n } códigos de recuperación.
  }
desk-me-codes-new = Crear diez nuevos
desk-me-passphrase = Cambiar la frase de paso
desk-me-passphrase-ends = Su clave sigue siendo suya. Terminan todas las sesiones menos esta.
desk-me-passphrase-old = Frase de paso actual
desk-me-passphrase-new = Frase de paso nueva
desk-me-passphrase-do = Cambiarla
problem-passphrase-same = Es la que ya tiene. Elija otra.
desk-me-sessions = Dónde tiene sesiones abiertas
desk-me-sessions-lead = Dos como mucho; una tercera cierra la más antigua. No se anota qué aparato es. Horas en UTC.
desk-me-session-started = Entrada
desk-me-session-seen = Último uso
desk-me-session-this = esta
desk-me-sessions-end = Terminar las demás sesiones
desk-people-conflicts = Unidades propias
desk-people-conflicts-hint = Quien dirige una unidad o trabaja en ella no debería leer sus informes. Como analista, la persona no ve nada de una unidad de esta lista; como revisora, tiene que pasar sus informes a otra persona.
desk-people-conflict-area = Unidad
desk-people-conflict-add = Añadir
desk-people-conflict-remove = Quitar
desk-people-conflict-not = no { $area }
desk-unit-conflict = Conflicto: páselo. Este informe trata de una unidad que usted dirige o en la que trabaja, así que se cerró antes de que pudiera leerlo. Déjelo a otra persona.

## Inicio

desk-home-title = Lo que le espera
desk-home-hello = Nos alegra verle, { $name }.
desk-home-nothing = Ahora mismo no le espera nada.
desk-home-screen = { $n ->
    [0] Ningún informe espera revisión
    [one] Un informe espera revisión
   *[other] { $n } informes esperan revisión
  }
desk-home-screen-urgent = { $n ->
    [0] Ninguno es urgente
    [one] Uno es urgente
   *[other] { $n } son urgentes
  }
desk-home-second = { $n ->
    [0] Ningún texto espera la segunda lectura
    [one] Un texto espera la segunda lectura
   *[other] { $n } textos esperan la segunda lectura
  }
desk-home-intake = { $n ->
    [0] No hay nada más en camino
    [one] Hay uno más en camino
   *[other] Hay { $n } más en camino
  }
desk-home-grants = { $n ->
    [one] Una persona espera la clave de revisión
   *[other] { $n } personas esperan la clave de revisión
  }
desk-home-new = { $n ->
    [0] Ningún informe liberado está sin codificar
    [one] Un informe liberado está sin codificar
   *[other] { $n } informes liberados están sin codificar
  }
desk-home-triage = { $n ->
    [0] Ninguno en análisis
    [one] Uno en análisis
   *[other] { $n } en análisis
  }
desk-home-high = { $n ->
    [0] Ninguno de ellos de riesgo alto
    [one] Uno de ellos de riesgo alto
   *[other] { $n } de ellos de riesgo alto
  }
desk-home-digest = El resumen de { $month } espera aprobación
desk-home-digest-none = Ningún resumen espera aprobación
desk-home-digest-due = Aún no se ha preparado el resumen de { $month }
desk-home-dead = { $n ->
    [one] Una carta no se pudo entregar
   *[other] { $n } cartas no se pudieron entregar
  }
desk-home-invited = { $n ->
    [0] Todas las personas invitadas han preparado su cuenta
    [one] Una persona invitada aún no ha preparado su cuenta
   *[other] { $n } personas invitadas aún no han preparado su cuenta
  }
desk-home-people = Gestionar personas
desk-home-readers = Gestionar destinatarios del resumen
desk-home-dictionary = Gestionar la lista de términos propios
desk-home-audit = Leer el registro y comprobar su cadena
desk-home-custodian = Dos custodios juntos abrirían una identidad. Aquí no se guarda ninguna identidad, así que nadie puede pedirle nada.
desk-retention-clock = No se destruye nada: el reloj de esta máquina se aparta más de siete días de la última pasada.
desk-retention-raw = No se destruye nada: de pronto ha vencido más de la décima parte de los informes sin tratar.
desk-retention-identity = No se destruye nada: de pronto ha vencido más de la décima parte de las tiras de identidad.
desk-retention-receipt = No se destruye nada: de pronto ha vencido más de la décima parte de los recibos.
desk-retention-released = No se destruye nada: de pronto ha vencido más de la décima parte de los informes liberados.
desk-retention-lead = Compruebe primero el reloj y los plazos de conservación. Lo destruido no se puede recuperar. Si ambos son correctos, por ejemplo tras una parada larga o una copia restaurada, deje que siga.
desk-retention-confirm = Dejar que siga
retention-quiet = Ahora no hay nada que confirmar.

## Revisión

desk-screening-title = Revisión
desk-screening-lead = Informes sellados, tal como llegaron. Lea uno, resuelva lo que pueda señalar a alguien y deje que el resto vaya a los analistas.
desk-screening-empty = Nada espera revisión.
desk-screening-intake = { $n ->
    [0] No hay nada más en camino.
    [one] Hay un informe más en camino. Llega con otros, para que el orden no diga quién escribió cuándo.
   *[other] Hay { $n } informes más en camino. Llegan juntos, para que el orden no diga quién escribió cuándo.
  }
desk-screening-report = Informe
desk-screening-week = Llegada
desk-screening-state = Estado
desk-week = semana { $week } de { $year }
desk-screening-open = Abrir
desk-screening-read = Leer en segundo lugar
desk-screening-second = Dos personas leen cada informe: una propone el texto y otra lo libera.
desk-screening-single = Revisa usted sin nadie más: lo que libere es definitivo. Con una segunda persona sería más seguro.
desk-grants-title = Esperan la clave de revisión
desk-grants-lead = Estas personas tienen cuenta, pero aún no pueden abrir los informes sin tratar. Entregar la clave queda en el registro.
desk-grant = Entregar la clave
desk-grants-locked = Abra primero su propia clave.

desk-redact-title = Revisar el informe { $id }
desk-redact-raw = Como se escribió
desk-redact-raw-note = solo lo ven quienes revisan
desk-redact-result = Como lo leerán los analistas
desk-redact-idea = Idea para arreglarlo
desk-redact-spans = Lo que podría señalar a alguien
desk-redact-none = La búsqueda no encontró nada que pueda señalar a alguien. Lea usted el texto: no conoce los apodos de la casa.
desk-redact-open = { $n ->
    [0] Todas las dudas tienen respuesta
    [one] Queda una duda abierta
   *[other] Quedan { $n } dudas abiertas
  }
desk-redact-found = Encontrado
desk-redact-kind = Tipo
desk-redact-why = Por qué
desk-redact-decide = Decisión
desk-redact-decide-for = Decisión para el número { $n }
desk-redact-kind-for = Tipo del número { $n }
desk-redact-hide = Ocultar
desk-redact-keep = Dejar
desk-redact-doubt = Duda
desk-redact-doubt-idea = en la idea
desk-redact-also = Ocultar también
desk-redact-also-hint = Palabras que la búsqueda pasó por alto, una expresión por línea. Se oculta cada lugar donde aparecen.
desk-redact-remember = Añadir un término a la lista propia de la organización
desk-redact-remember-hint = Desde ahora se marcará en cada informe. No se usa en la vista previa para informantes, para que nadie pueda preguntarle quién figura en un informe. Se guarda enseguida, decida aquí lo que decida.
desk-redact-term = Término
desk-redact-remember-do = Añadir
desk-redact-update = Actualizar la vista
desk-redact-propose = Proponer el texto
desk-redact-release = Liberar
desk-redact-facts = Lo que eligió quien informó
desk-redact-area-falls = Allí trabajan menos de diez personas: los analistas no verán el área.
desk-redact-intruder = ¿Podría un colega decidido saber quién lo escribió, o sobre quién? Lea el lado derecho otra vez antes de que salga.
desk-redact-keys = Teclas: J y K mueven, H oculta, P deja, U actualiza la vista.
desk-redact-proposed = Ya hay un texto propuesto para este informe y espera la segunda lectura.
desk-redact-to-proposal = Leer la propuesta

desk-proposal-title = Segunda lectura de { $id }
desk-proposal-lead = Ve solo lo que verían los analistas. ¿Podría un colega decidido saber quién lo escribió, o sobre quién?
desk-proposal-mine = Usted propuso este texto. Otra persona que revisa debe liberarlo; puede devolverlo y cambiarlo.
desk-proposal-text = Texto propuesto
desk-proposal-facts = Datos generales
desk-proposal-release = Liberar
desk-proposal-back = Devolver

## Lo que la búsqueda puede encontrar

desk-span-person = Persona
desk-span-email = Correo electrónico
desk-span-phone = Teléfono
desk-span-url = Dirección web
desk-span-username = Nombre de usuario
desk-span-id = Número
desk-span-vehicle = Vehículo
desk-span-org = Organización
desk-span-location = Lugar
desk-span-date = Fecha
desk-span-time = Hora
desk-span-age = Edad
desk-span-role-unique = Puesto de una persona
desk-span-other-id = Otro

## Respuestas codificadas

desk-fact-kind = Tipo
desk-fact-month = Mes
desk-fact-day-part = Momento del día
desk-fact-area = Área
desk-fact-phase = Tarea o fase
desk-fact-detection = Lo notó
desk-fact-recovery = Lo detuvo
desk-fact-severity = Pudo haber sido
desk-fact-frequency = Visto
desk-fact-worry = Preocupación
desk-fact-role = Función
desk-fact-contact = Se le puede preguntar
desk-fact-consent = Se puede contar
desk-kind-near-miss = Casi accidente
desk-kind-unsafe-condition = Condición insegura
desk-kind-went-well = Salió bien
desk-day-part-night = Noche
desk-day-part-morning = Mañana
desk-day-part-afternoon = Tarde
desk-day-part-evening = Última hora de la tarde
desk-severity-none = Ningún daño
desk-severity-minor = Daño leve
desk-severity-moderate = Daño moderado
desk-severity-severe = Daño grave
desk-severity-fatal = Muerte
desk-frequency-first = por primera vez
desk-frequency-sometimes = a veces
desk-frequency-often = a menudo
desk-frequency-daily = a diario
desk-worry-little = poca
desk-worry-somewhat = alguna
desk-worry-very = mucha
desk-worry-urgent = no puede esperar
desk-contact-none = no
desk-contact-receipt = con las nueve palabras
desk-consent-yes = sí
desk-consent-ask = preguntar antes
desk-consent-no = no
desk-rather-not = prefiere no decirlo
desk-dont-know = no lo sabe
desk-status-screening = Por revisar
desk-status-proposed = Espera segunda lectura
desk-status-released = Nuevo
desk-status-triage = En análisis
desk-status-learning = En aprendizaje
desk-status-closed = Cerrado
desk-closing-learned = Se aprendió de él
desk-closing-merged = Unido a otro informe
desk-closing-no-action = No hace falta actuar
desk-closing-not-near-miss = No es un casi accidente
desk-closing-referred = Pasado a otra persona
desk-band-low = Bajo
desk-band-medium = Medio
desk-band-high = Alto
desk-band-none = Sin evaluar

## Informes

desk-reports-title = Informes
desk-reports-count = { $n ->
    [0] Ningún informe
    [one] Un informe
   *[other] { $n } informes
  }
desk-filter-legend = Acotar la lista
desk-filter-any = todos
desk-filter-status = Estado
desk-filter-area = Área
desk-filter-category = Categoría
desk-filter-kind = Tipo
desk-filter-period = Mes de liberación
desk-filter-band = Nivel de riesgo
desk-filter-urgent = Solo urgentes
desk-filter-apply = Mostrar
desk-filter-clear = Mostrar todos
desk-reports-empty = Ningún informe liberado encaja.
desk-reports-none-yet = Aún no se ha liberado nada. Los informes llegan aquí desde la revisión.
desk-search-legend = Buscar en el texto de los informes
desk-search-label = Palabras que buscar
desk-search-hint = Deben estar todas las palabras, en cualquiera de sus formas. Las “comillas” mantienen juntas varias palabras; -palabra deja fuera los informes que la contienen.
desk-search-do = Buscar
desk-search-title = Búsqueda
desk-search-all = Todos los informes
desk-search-before = Mejores coincidencias
desk-search-after = Más coincidencias
desk-search-no-words = No hay ninguna palabra que buscar. Las palabras pequeñas muy comunes, como «el», no se buscan.
desk-search-none = Ningún informe liberado tiene estas palabras. Con menos palabras, o con otra parecida, puede haber más.
desk-column-risk = Riesgo
desk-column-report = Informe
desk-column-area = Área
desk-column-status = Estado
desk-column-month = Liberado
desk-excluded = No se cuenta
desk-uncategorised = Sin categoría

desk-case-title = Informe { $id }
desk-case-narrative = Relato
desk-case-facts = Lo que eligió quien informó
desk-case-released-in = Liberado en { $month }
desk-case-coding = Codificación
desk-case-category = Categoría de peligro
desk-case-factors = Factores contribuyentes
desk-case-factors-hint = Condiciones que lo hicieron más probable, no personas.
desk-case-risk = Clasificación del riesgo del suceso
desk-case-outcome = Si hubiera ido a más, ¿qué habría pasado con mayor probabilidad?
desk-case-barriers = ¿Qué eficacia tenían las barreras que quedaban?
desk-case-not-graded = Aún sin evaluar
desk-case-synopsis = Sinopsis
desk-case-synopsis-hint = Una o dos frases: qué pasó, qué lo detuvo. Como mucho 1000 caracteres.
desk-case-status = Estado
desk-case-closing = Motivo del cierre
problem-closing-missing = Diga por qué se cierra.
desk-case-closing-hint = Solo hace falta si el estado es «Cerrado».
desk-case-excluded = Dejar fuera de todo recuento
desk-case-excluded-hint = Para pruebas, duplicados y informes que no describen un casi accidente.
desk-case-no-choice = nada aún
desk-case-saved = Guardado mientras tanto
desk-outcome-negligible = Insignificante
desk-outcome-minor = Menor
desk-outcome-major = Mayor
desk-outcome-catastrophic = Catastrófico
desk-outcome-negligible-hint = ningún daño digno de mención
desk-outcome-minor-hint = lesión o daño leve
desk-outcome-major-hint = lesión o daño grave
desk-outcome-catastrophic-hint = muerte o pérdida total
desk-barriers-effective = Eficaces
desk-barriers-limited = Limitadas
desk-barriers-minimal = Mínimas
desk-barriers-none = Ninguna
desk-band-low-action = Usar para aprender y ver tendencias.
desk-band-medium-action = Examinar o evaluar más.
desk-band-high-action = Actuar ya.

## Resumen

desk-digest-title = Resumen
desk-digest-lead = Una carta al mes o al trimestre, la misma para todos los de un mismo nivel. Una persona la prepara y otra la aprueba; después no cambia nunca.
desk-digest-prepare = Preparar un resumen
desk-digest-month = Mes
desk-digest-freeze = Preparar
desk-digest-all-prepared = Cada mes cerrado del último año tiene su resumen.
desk-digest-held-out = Aún sin contar, porque llegaron muchas más de lo habitual y nadie lo ha decidido: { $n } (áreas y meses). La carta lo dice, y lo congelado queda sin ellas.
desk-digest-held-out-look = Verlas
desk-digest-empty = Aún no hay resumen.
desk-digest-state = Estado
desk-digest-prepared-by = Lo preparó
desk-digest-approved-by = Lo aprobó
desk-digest-letters = Cartas
desk-digest-frozen = Espera aprobación
desk-digest-approved = Aprobado
desk-digest-console = la consola
desk-digest-somebody = alguien que ya no tiene cuenta
desk-digest-tally = { $sent } enviadas, { $waiting } en espera, { $dead } sin entregar
desk-digest-no-letters = ninguna aún
desk-digest-of = Resumen de { $month }
desk-digest-subject = Asunto
desk-digest-chart-alt = Texto del gráfico
desk-digest-frozen-at = Congelado
desk-digest-hash = Huella (SHA-256)
desk-digest-html = La carta
desk-digest-text = Su gemela en texto simple
desk-digest-approve = Aprobar y enviar
desk-digest-approve-lead = Léala como lo haría un responsable, de pie. El envío no se puede deshacer.
desk-digest-reached = Cartas que saldrán: { $n }.
desk-digest-reached-nearest = Lectores cuya edición falta y que reciben la más cercana: { $n }.
desk-digest-reached-none = Lectores sin carta esta vez, porque se añadieron después de congelarla y ninguna edición es para ellos: { $n }.
desk-digest-mine = Usted preparó este resumen, así que otra persona debe aprobarlo: cuatro ojos ven más que dos.
desk-digest-not-publisher = Quien publica debe aprobar este resumen.
desk-digest-retry = Reintentar las cartas sin entregar

## La lista propia de la organización

desk-dictionary-title = La lista propia de la organización
desk-dictionary-lead = Nombres del personal, apodos, salas, sedes, proyectos y equipos. Candor los oculta en cada informe, también abreviados, con terminaciones o mal escritos.
desk-dictionary-kept = La lista se guarda sellada y no se vuelve a mostrar, ni aquí ni en otro lugar. Incluya solo lo necesario: un nombre y qué es.
desk-dictionary-kind = Tipo
desk-dictionary-terms = Términos
desk-dictionary-count = { $n ->
    [0] La lista está vacía
    [one] Un término en la lista
   *[other] { $n } términos en la lista
  }
desk-dictionary-from-reports = { $n ->
    [one] Uno de ellos lo añadió una persona revisora
   *[other] { $n } de ellos los añadieron personas revisoras
  }
desk-dictionary-add = Añadir términos
desk-dictionary-form = Un término por línea, en columnas:
desk-dictionary-file = Un archivo CSV (UTF-8)
desk-dictionary-paste = O péguelo aquí
desk-dictionary-replace = Poner estos en lugar de los términos importados antes
desk-dictionary-add-do = Añadir a la lista
desk-dictionary-remove = Quitar términos
desk-dictionary-remove-term = Un término, como está en la lista
desk-dictionary-remove-term-do = Quitar el término
desk-dictionary-remove-kind = O un tipo entero
desk-dictionary-remove-all = Todo
desk-dictionary-remove-kind-do = Quitar
desk-dictionary-refused = No se tomó nada: antes hay que corregir algunas líneas.
desk-dictionary-line = Línea { $n }:
problem-dictionary-term-missing = La primera columna no contiene ningún término.
problem-dictionary-term-short = Es demasiado corto: al menos dos letras o tres cifras, o se ocultaría en cada frase.
problem-dictionary-term-long = Es demasiado largo: 120 caracteres como máximo.
problem-dictionary-term-unreadable = Algunos caracteres no llegaron como texto. Guarde el archivo en UTF-8.
problem-dictionary-kind-missing = La segunda columna no contiene ningún tipo.
problem-dictionary-kind-unknown = La segunda columna no contiene un tipo que tenga la lista.
problem-dictionary-columns = Hay más de tres columnas. Ponga entre comillas dobles un término que contenga una coma.
problem-dictionary-quote-open = Una comilla doble se abre y no se cierra.
problem-dictionary-empty = No contiene ningún término.
problem-dictionary-too-many = La lista tendría más de 60.000 términos.

## Destinatarios

desk-readers-title = Destinatarios del resumen
desk-readers-lead = Direcciones que reciben el resumen mensual. Cada carta lleva un enlace para dejarlo; nadie necesita cuenta.
desk-readers-add = Añadir un destinatario
desk-readers-language = Idioma
desk-readers-add-do = Añadir
desk-readers-remove = Quitar
desk-readers-remove-who = Quitar a { $name }
desk-readers-empty = Aún nadie recibe el resumen.
desk-readers-count = { $n ->
    [0] Ningún destinatario
    [one] Un destinatario
   *[other] { $n } destinatarios
  }
desk-readers-active = Lo recibe
desk-readers-left = Lo ha dejado
desk-readers-state = Estado
desk-language-en = Inglés
desk-language-es = Español
desk-language-fr = Francés
desk-language-de = Alemán

## Personas

desk-people-title = Personas
desk-people-lead = Todas las personas con cuenta. Quienes informan no tienen.
desk-people-name = Nombre
desk-people-roles = Funciones
desk-people-standing = Cuenta
desk-people-change = Cambiar
desk-people-change-who = Cambiar a { $name }
desk-people-you = usted
desk-people-waits-key = espera la clave de revisión
desk-people-invite = Invitar a alguien
desk-people-invite-do = Crear la invitación
desk-people-save-roles = Guardar funciones
desk-people-disable = Cerrar la cuenta
desk-people-enable = Abrir la cuenta de nuevo
desk-people-again = Crear una nueva invitación
desk-people-again-hint = Por una frase de paso olvidada o un teléfono perdido. La frase anterior, las llaves de acceso y los códigos de recuperación dejan de servir al instante, y quien revisa necesita que le entreguen otra vez la clave de revisión.
desk-people-not-oneself = No puede cambiar la cuenta con la que ha entrado. Pídaselo a otra persona de operación.
desk-people-no-role = ninguna función
desk-people-pairs = Algunas funciones no van juntas, porque unidas podrían deshacer la promesa hecha a quienes informan: quien custodia no revisa, ni analiza, ni opera, ni audita; quien opera no tiene ninguna función que toque los informes; quien audita no tiene ninguna otra.
problem-name = Escriba el nombre que conocen los colegas, con 120 caracteres como mucho.
problem-address-taken = Alguien tiene ya una cuenta con esta dirección.
problem-no-role = Elija al menos una función.
problem-role-pair = Estas funciones no van juntas en una misma persona.
desk-people-clash = Una misma persona no puede tener a la vez las funciones { $one } y { $other }. Elija una de las dos o pregunte a otro colega.
desk-standing-invited = Invitada
desk-standing-active = Activa
desk-standing-disabled = Cerrada
desk-role-screener = Revisión
desk-role-analyst = Análisis
desk-role-publisher = Publicación
desk-role-custodian = Custodia
desk-role-auditor = Auditoría
desk-role-operator = Operación
desk-role-screener-does = lee los informes sin tratar y los libera
desk-role-analyst-does = codifica los informes liberados, prepara resúmenes
desk-role-publisher-does = aprueba y envía resúmenes
desk-role-custodian-does = una de las dos personas que pueden abrir una identidad
desk-role-auditor-does = lee el registro
desk-role-operator-does = personas, ajustes, correo, copias
desk-invited-title = Invitación para { $name }
desk-invited-lead = Entregue este enlace a { $name } en persona o por una vía que solo esa persona pueda leer. Sirve una vez y se muestra solo ahora.
desk-invited-link = Enlace de invitación
desk-invited-back = Volver a las personas

## Registro

desk-audit-title = Registro
desk-audit-lead = Quién hizo qué con qué ficha. Nunca contenido, nombres ni direcciones.
desk-audit-verify = Comprobar la cadena
desk-audit-whole = { $n ->
    [one] La cadena se mantiene: una entrada, ni cambiada ni perdida.
   *[other] La cadena se mantiene: { $n } entradas, ninguna cambiada ni perdida.
  }
desk-audit-broken = La cadena se rompe en la entrada { $n }: se cambió, o falta una anterior. Avise a operación y guarde una copia de la base de datos.
desk-audit-truncated = El registro acaba en la entrada { $last }, pero se escribieron { $expected }: faltan las últimas. Avise a operación y guarde una copia de la base de datos.
desk-audit-seq = N.º
desk-audit-when = Cuándo (UTC)
desk-audit-who = Quién
desk-audit-what = Qué
desk-audit-object = Sobre
desk-audit-empty = Ninguna entrada.
desk-actor-console = consola
desk-actor-system = sistema
desk-verb-screening-list = Miró la lista de revisión
desk-verb-report-read-raw = Abrió un informe sin tratar
desk-verb-report-release = Propuso o liberó un texto
desk-verb-report-confirm = Decidió en la segunda lectura
desk-verb-report-redact-again = Ocultó más de un texto liberado
desk-verb-report-export = Exportó informes liberados
desk-verb-burst-settle = Hizo contar una oleada de informes
desk-verb-report-list = Listó informes liberados
desk-verb-report-search = Buscó informes liberados
desk-verb-search-index = Indexó informes liberados
desk-verb-report-read = Leyó un informe liberado
desk-verb-report-triage = Codificó un informe
desk-verb-digest-prepare = Preparó un resumen
desk-verb-digest-read = Leyó un resumen
desk-verb-digest-approve = Aprobó un resumen
desk-verb-digest-readers = Leyó o cambió los destinatarios
desk-verb-people-manage = Gestionó personas
desk-verb-people-accept = Aceptó una invitación
desk-verb-people-own = Cambió su frase de paso, sus llaves de acceso o sus códigos de recuperación
desk-verb-people-end-sessions = Terminó sus otras sesiones
desk-verb-keys-grant-screening = Entregó la clave de revisión
desk-verb-keys-init = Creó las claves
desk-verb-audit-read = Leyó el registro
desk-verb-audit-cut = Cortó entradas antiguas del registro
desk-verb-retention-alarm = Detuvo la destrucción o la reanudó
desk-verb-retention-confirm = Confirmó que la destrucción puede seguir
desk-verb-backup-restore = Restauró una copia de seguridad
desk-verb-dictionary-manage = Cambió la lista propia de la organización
desk-verb-dictionary-add = Añadió un término a la lista propia de la organización
desk-verb-digest-unsubscribe = Un destinatario lo dejó

## Escribir una carta

desk-level-outside = Fuera
desk-level-all-staff = Todo el personal
desk-level-safety-team = Equipo de seguridad
desk-readers-level = Quiénes son
desk-digest-editions = Ediciones de este número
desk-digest-preview = Vista previa
desk-digest-talk = Página para una charla de cinco minutos
desk-digest-write = Elegir qué cuenta
desk-editor-lead = Elija qué cuenta la carta además de las cifras y mírela en todas sus formas. Nada se guarda hasta que la fije.
desk-editor-deeds = Ustedes dijeron, nosotros hicimos
desk-editor-deeds-hint = Hasta cuatro. El veredicto se añade donde las cifras impresas lo permiten.
desk-editor-story = Historia para aprender
desk-editor-no-story = ninguna
desk-editor-asks = Qué se pide a quienes leen
desk-editor-asks-hint = Hasta tres, cada una con un puesto y un mes.
desk-editor-ask-what = Se ruega
desk-editor-question = Pregunta para el equipo
desk-editor-question-hint = Si queda vacía, es la pregunta propia del mes.
desk-editor-edition = Edición de la vista previa
desk-editor-show-html = Mostrar la carta
desk-editor-show-dark = Mostrarla en oscuro
desk-editor-show-text = Mostrar el texto
desk-editor-freeze-hint = Fijar termina la escritura: una segunda persona aprueba exactamente estas cartas, o nadie.
digest-pace = Aquí las cartas tratan de otra duración, o ya trataron de estos meses. Elija una de las ofrecidas.
digest-changed = Este número no es lo que se fijó. No se muestra ni se envía nada de él. Operación tiene que mirar la base de datos.
problem-too-many = Son demasiadas para una página.
problem-ask-incomplete = Cada una necesita qué, quién y un mes como 2026-05.
problem-line-too-long = Es demasiado largo para una carta que se lee de pie.
