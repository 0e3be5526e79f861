# The monthly letter.

## Months, as they stand inside a sentence

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## Meses cortos, para un eje

month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sep
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic

## La carta mensual: el marco

letter-subject = { $organisation }: boletín de seguridad, { $month } de { $year }
letter-title = Boletín de seguridad
letter-when = { $month } de { $year }
letter-preview = Una página para el equipo: qué comunicaron los compañeros, qué cambió y una pregunta para conversar. Se lee en cinco minutos.
letter-thanks = Gracias a todas las personas que dedicaron un momento a notificar. Una persona lee cada notificación.

## Lo esencial

letter-bottom-about = Contamos unas { $now } notificaciones en { $month } de { $year }{ $movement ->
    [more] , más que el mes anterior
    [fewer] , menos que el mes anterior
    [same] , sin un cambio claro respecto al mes anterior
   *[unknown] { "" }
}{ $usual ->
    [inside] ; está dentro del intervalo habitual, de { $low } a { $high }
    [above] ; está por encima del intervalo habitual, de { $low } a { $high }
    [below] ; está por debajo del intervalo habitual, de { $low } a { $high }
   *[none] { "" }
}.
letter-bottom-few = Contamos menos de 10 notificaciones en { $month } de { $year }; un número tan pequeño no se muestra.
letter-bottom-withheld = El número de notificaciones de { $month } de { $year } no se muestra, para proteger a quienes notifican.

## Qué cambió

letter-changes = Qué cambió
letter-change = { $name }: { $movement ->
    [more] más
   *[fewer] menos
}, { $now } frente a { $before } el mes anterior.
letter-changes-others = Las tablas de abajo muestran otros cambios.
letter-changes-none = Ninguna área y ningún tipo de suceso cambió lo bastante como para afirmarlo.

## Cifras

figure-about = unas { $n }
figure-few = menos de 10
figure-withheld = no se muestra
movement-more = más
movement-fewer = menos
movement-same = sin cambio claro
movement-unknown = indeterminado

## Gráfico

letter-chart = Mes a mes
letter-chart-alt = Gráfico de notificaciones por mes, de { $from-month } de { $from-year } a { $month } de { $year }. El último mes: { $now }. { $usual ->
    [inside] Está dentro del intervalo habitual, de { $low } a { $high }.
    [above] Está por encima del intervalo habitual, de { $low } a { $high }.
    [below] Está por debajo del intervalo habitual, de { $low } a { $high }.
    [unplaced] El intervalo habitual va de { $low } a { $high }.
   *[none] Aún no hay doce meses de cifras para mostrar un intervalo habitual.
}
letter-chart-figures = Lo mismo en cifras, de { $from-month } de { $from-year } a { $month } de { $year }: { $figures }.

## Tablas

letter-areas = Por área
letter-area = Área
letter-rest = Menos de 10 en ambos meses, o demasiado pocas personas para mostrarse: { $names }.
letter-areas-none = Ningún área es lo bastante grande como para mostrarse por separado.
letter-categories = Por tipo de suceso
letter-category = Tipo de suceso
letter-categories-none = Este mes no se muestra ningún tipo de suceso.
letter-now = Este mes
letter-before = Mes anterior
letter-movement = Cambio

## Una pregunta

letter-question = Una pregunta para el equipo
question-1 = ¿Cuándo fue la última vez que paraste una tarea porque algo no parecía bien, y cómo se recibió?
question-2 = ¿Qué paso de nuestro trabajo depende de que alguien se acuerde?
question-3 = ¿Qué rodeo damos tan a menudo que ya no nos damos cuenta?
question-4 = ¿Con qué equipo se equivocaría más fácilmente alguien recién llegado, y por qué?
question-5 = ¿Qué salió bien el mes pasado aunque era difícil, y qué lo hizo posible?
question-6 = ¿Dónde se pierde información cuando hacemos el relevo?
question-7 = Cuando falta personal, ¿qué dejamos de hacer primero y quién lo decide?
question-8 = ¿Cuál de nuestras normas es difícil de seguir tal como está escrita?
question-9 = ¿Qué le contarías a alguien recién llegado que no está en ningún procedimiento?
question-10 = ¿Qué casi accidente hemos visto más de una vez, y qué ha cambiado desde entonces?
question-11 = ¿Qué hace difícil hablar con franqueza aquí, y qué ha ayudado?
question-12 = ¿Qué única cosa debería ser distinta dentro de un año?

## Pie

letter-period = Esta carta trata de { $month } de { $year }. Una notificación cuenta en el mes en que se leyó y se autorizó.
letter-rounding = Las cifras se redondean para proteger a las personas: cada cifra puede desviarse hasta 4, por debajo de 10 no se muestra y los totales no tienen por qué cuadrar. Contado con las reglas v1.
letter-noise = A cada cifra se añade ruido aleatorio (privacidad diferencial, ε = { $epsilon } por notificación), extraído una sola vez para cada mes.
letter-more-reports = Más notificaciones pueden significar más confianza, no que el trabajo sea menos seguro.
letter-report = Notificar algo que has visto
letter-about = Cómo funciona la notificación aquí
letter-unsubscribe = Dejar de recibir esta carta
letter-no-reply = Por favor, no respondas a esta carta con nombres de personas.

## Dentro de la imagen

digest-chart-title = Notificaciones por mes
digest-chart-usual = intervalo habitual
digest-chart-few = menos de 10

digest-row-no-area = Área no indicada
digest-row-no-category = Aún sin clasificar
