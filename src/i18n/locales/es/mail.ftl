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
quarter-short-1 = T1
quarter-short-2 = T2
quarter-short-3 = T3
quarter-short-4 = T4

## La carta mensual: el marco

letter-subject = { $organisation }: boletín de seguridad, { $when }
letter-title = Boletín de seguridad
letter-when = { $month } de { $year }
letter-when-quarter = { $from } a { $month } de { $year }
letter-preview = Una página para el equipo: qué comunicaron los compañeros, qué cambió y una pregunta para conversar. Se lee en cinco minutos.
letter-thanks = Gracias a todas las personas que dedicaron un momento a notificar. Una persona lee cada notificación.

## Lo esencial

letter-bottom-about = Contamos unas { $now } notificaciones en { $when }{ $movement ->
    [more] , más que el { $pace ->
        [quarter] trimestre
       *[month] mes
    } anterior
    [fewer] , menos que el { $pace ->
        [quarter] trimestre
       *[month] mes
    } anterior
    [same] , sin un cambio claro respecto al { $pace ->
        [quarter] trimestre
       *[month] mes
    } anterior
   *[unknown] { "" }
}{ $usual ->
    [inside] ; está dentro del intervalo habitual, de { $low } a { $high }
    [above] ; está por encima del intervalo habitual, de { $low } a { $high }
    [below] ; está por debajo del intervalo habitual, de { $low } a { $high }
   *[none] { "" }
}.
letter-bottom-few = Contamos menos de { $least } notificaciones en { $when }; un número tan pequeño no se muestra.
letter-bottom-withheld = El número de notificaciones de { $when } no se muestra, para proteger a quienes notifican.
letter-bottom-nobody = Esta carta no muestra cifras: consta que aquí trabajan menos de { $crowd } personas, y las cifras sobre tan pocas podrían señalar a una de ellas. Lo que se aprendió y se hizo se cuenta igualmente.

## Qué cambió

letter-changes = Qué cambió
letter-change = { $name }: { $movement ->
    [more] más
   *[fewer] menos
}, { $now } frente a { $before } el { $pace ->
    [quarter] trimestre
   *[month] mes
} anterior.
letter-changes-others = Las tablas de abajo muestran otros cambios.
letter-changes-none = Ninguna área y ningún tipo de suceso cambió lo bastante como para afirmarlo.
letter-changes-thin = Hay demasiado pocas notificaciones para dar cifras por área o por tipo de suceso.
letter-changes-lacking = De { $when } aún no se cuentan algunas notificaciones: un área envió muchas más de lo habitual y alguien las está leyendo todavía.
letter-changes-not-compared = Por eso el total y los tipos de suceso no se comparan con otro periodo.

## Cifras

figure-about = unas { $n }
figure-few = menos de { $least }
figure-withheld = no se muestra
movement-more = más
movement-fewer = menos
movement-same = sin cambio claro
movement-unknown = indeterminado

## Gráfico

letter-chart = { $pace ->
    [quarter] Trimestre a trimestre
   *[month] Mes a mes
}
letter-chart-alt = { $pace ->
    [quarter] Gráfico de notificaciones por trimestre, de { $from } a { $to }. El último trimestre: { $now }.
   *[month] Gráfico de notificaciones por mes, de { $from } a { $to }. El último mes: { $now }.
} { $usual ->
    [inside] Está dentro del intervalo habitual, de { $low } a { $high }.
    [above] Está por encima del intervalo habitual, de { $low } a { $high }.
    [below] Está por debajo del intervalo habitual, de { $low } a { $high }.
    [unplaced] El intervalo habitual va de { $low } a { $high }.
   *[none] Aún no hay doce cifras para mostrar un intervalo habitual.
}
letter-chart-figures = Lo mismo en cifras, de { $from } a { $to }: { $figures }.

## Tablas

letter-areas = Por área
letter-area = Área
letter-rest = Menos de { $least } en ambos { $pace ->
    [quarter] trimestres
   *[month] meses
}, o demasiado pocas personas para mostrarse: { $names }.
letter-categories = Por tipo de suceso
letter-category = Tipo de suceso
letter-now = { $pace ->
    [quarter] Este trimestre
   *[month] Este mes
}
letter-before = { $pace ->
    [quarter] Trimestre anterior
   *[month] Mes anterior
}
letter-movement = Cambio

## Lo que se aprendió y se hizo

letter-deeds = Lo dijisteis, lo hicimos
letter-deed-who = { $owner }, { $state ->
    [done] hecho en { $when }
   *[due] previsto para { $when }
}.
letter-held = Desde entonces: { $held ->
    [fewer] menos de lo esperado
    [same] aún sin un cambio claro
    [more] más de lo esperado
    [fell] se notificó menos, efecto desconocido
    [few-before] demasiado pocos sucesos para decirlo antes de { $when }
   *[few] demasiado pocos sucesos para decirlo
}.
letter-story = Una historia para aprender
letter-story-happened = Qué pasó
letter-story-caught = Qué lo detuvo
letter-story-helps = Qué ayuda
letter-health = Cómo funciona la notificación
letter-health-reply = Una persona leyó y autorizó la mitad de las notificaciones en { $kind ->
    [one] una semana
   *[more] { $weeks } semanas
}.
letter-health-told = En cerca del { $percent } % de las notificaciones de más de tres meses, quien notificó supo qué resultó de ello.
letter-health-told-hardly = En casi ninguna notificación de más de tres meses supo quien notificó qué resultó de ello.
letter-health-strong = De { $all } medidas hechas, { $strong } eliminan el peligro, lo sustituyen o le ponen algo físico delante.
letter-asks = Lo siguiente
letter-ask-who = { $owner }, hasta { $when }.

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

letter-period = Esta carta trata de { $when }. Una notificación cuenta en el { $pace ->
    [quarter] trimestre
   *[month] mes
} en que se leyó y se autorizó.
letter-tested = { $tested ->
    [once] Se comparó una serie con su intervalo habitual, todas las notificaciones juntas; si nada cambia, el azar por sí solo la saca de él cerca de una vez en { $times } cartas.
    [hardly] Se comparó una serie con su intervalo habitual, todas las notificaciones juntas; si nada cambia, el azar por sí solo casi nunca la saca de él.
   *[none] No se comparó ninguna serie con un intervalo habitual: hay demasiado pocas cifras.
} «Más» y «menos» solo comparan dos cifras impresas; esas diferencias también surgen por azar.
letter-rounding = Las cifras se redondean para proteger a las personas: cada cifra puede desviarse hasta 4, por debajo de { $least } no se muestra y los totales no tienen por qué cuadrar. Contado según «{ $rules }».
letter-noise = A cada cifra se añade ruido aleatorio (privacidad diferencial, ε = { $epsilon } por notificación), extraído una sola vez para cada mes.
letter-more-reports = Más notificaciones pueden significar más confianza, no que el trabajo sea menos seguro.
letter-report = Notificar algo que has visto
letter-about = Cómo funciona la notificación aquí
letter-unsubscribe = Dejar de recibir esta carta
letter-no-reply = Por favor, no respondas a esta carta con nombres de personas.

## Dentro de la imagen

digest-chart-title = { $pace ->
    [quarter] Notificaciones por trimestre
   *[month] Notificaciones por mes
}{ $usual ->
    [inside] : { $when } está dentro del intervalo habitual
    [above] : { $when } está por encima del intervalo habitual
    [below] : { $when } está por debajo del intervalo habitual
   *[none] { "" }
}
digest-chart-usual = intervalo habitual
digest-chart-few = menos de 10
digest-chart-few-outside = menos de 15

digest-row-no-area = Área no indicada
digest-row-no-category = Aún sin clasificar

## La página para una charla de cinco minutos

talk-page-title = Cinco minutos para el equipo
talk-page-lead = Leedla en voz alta, hablad de la pregunta, anotad una cosa.
talk-page-prompt-1 = ¿Dónde podría pasarnos esto?
talk-page-prompt-2 = ¿Qué lo detendría aquí, antes de que alguien salga herido?
talk-page-prompt-3 = ¿Qué única cosa cambiamos y quién se ocupa?
talk-page-notes = Nuestras notas
