# Tendencias en la mesa. Más y menos, nunca mejor o peor: el número de informes no mide el peligro.

desk-nav-trends = Tendencias
desk-verb-trends-read = Miró las tendencias
trends-title = Tendencias

trends-nothing-yet = Todavía no hay nada que mostrar. Las tendencias empiezan con el primer mes de informes liberados, una semana después de su fin.
trends-too-early = { $n ->
    [one] Demasiado pronto para decir qué es lo habitual: un mes hasta ahora. Una serie se observa desde su decimotercer mes y con tres informes.
   *[other] Demasiado pronto para decir qué es lo habitual: { $n } meses hasta ahora. Una serie se observa desde su decimotercer mes y con tres informes.
 }
trends-none-moved = { $n ->
    [one] Una serie observada; no se movió más de lo habitual. Último mes: { $month }.
   *[other] { $n } series observadas; ninguna se movió más de lo habitual. Último mes: { $month }.
 }
trends-some-moved = { $tested ->
    [one] Una serie observada; se movió más de lo habitual en { $month }.
   *[other] { $tested } series observadas; { $found } con más movimiento del habitual en { $month }.
 }
trends-strongest = Las { $n } que menos explica el azar. Las demás están en la lista de todas las series.
desk-done-burst-settled = La oleada cuenta desde ahora.
trends-bursts = Retenido del resumen
trends-bursts-lead = Un área que de pronto notifica mucho más que de costumbre puede estar contando algo real, o alguien puede estar llenando el buzón. Lea primero estos informes. Hasta que diga que cuentan, ningún resumen los cuenta; lo que se congele entre tanto queda sin ellos.
trends-burst = { $area }, { $month }: { $n } informes; se esperaban unos { $expected }.
trends-burst-settle = Cuentan
trends-burst-nowhere = Área no indicada
trends-moved = Qué se movió
trends-series = Serie
trends-signal = Señal
trends-observed = Último mes
trends-usual-range = intervalo habitual
trends-usual = Intervalo habitual
trends-since-when = Desde cuándo
trends-range = de { $low } a { $high }
trends-since = Desde { $since }: { $total } informes, cuando cabía esperar unos { $expected }.
trends-alone = Solo este mes.
trends-word-more = más de lo habitual
trends-word-fewer = menos de lo habitual
trends-word-usual = habitual
trends-word-run-above = racha larga por encima
trends-word-run-below = racha larga por debajo
trends-watch-more = algo más, puede ser azar
trends-watch-fewer = algo menos, puede ser azar
trends-not-tested = muy pocos para decirlo
trends-meaning-reporting-more = Nos contaron más. Más informes no son más peligro.
trends-meaning-reporting-fewer = Pregunte primero si dejaron de contarnos.
trends-meaning-severity-more = Más informes dicen que pudo acabar así. Léalos por lo que tienen en común.
trends-meaning-severity-fewer = Menos informes dicen que pudo acabar así. Pregunte primero si dejaron de contarnos.

trends-chart = Una serie
trends-choose = Elegir un gráfico
trends-all = Toda la organización
trends-severity = Pudo haber sido: { $severity }
trends-method = Gráfico
trends-method-default = Estándar
trends-method-run = Rachas
trends-method-c = c (recuentos)
trends-method-u = u (por plantilla)
trends-method-xmr = XmR
trends-level = Por
trends-level-month = Mes
trends-level-quarter = Trimestre
trends-from = Fase desde
trends-learn = Base, periodos
trends-automatic = automático
trends-show = Mostrar
trends-reset = Restablecer
trends-picture = Gráfico
trends-figures = Todas las cifras del gráfico
trends-period = Periodo
trends-reports = Informes
trends-rate = Por 1000 personas
trends-centre = Centro
trends-low = Límite inferior
trends-high = Límite superior
trends-baseline = base
trends-median = mediana
trends-judged-from-here = se juzga desde aquí
trends-quarter = T{ $q } { $year }
trends-quarter-short = T{ $q }
trends-unit-month = Informes por mes. Plantilla hoy: { $people }.
trends-unit-quarter = Informes por trimestre. Plantilla hoy: { $people }.
trends-unit-month-only = Informes por mes: recuentos, no tasas, porque no se conoce la plantilla.
trends-unit-quarter-only = Informes por trimestre: recuentos, no tasas, porque no se conoce la plantilla.
trends-unit-rate = Informes por 1000 personas y mes. Plantilla hoy: { $people }.
trends-finding-usual = { $name }: lo habitual en { $period }
trends-finding-more = { $name }: más informes de lo habitual en { $period }
trends-finding-fewer = { $name }: menos informes de lo habitual en { $period }
trends-finding-maybe-more = { $name }: algo más de lo habitual en { $period }, puede ser azar
trends-finding-maybe-fewer = { $name }: algo menos de lo habitual en { $period }, puede ser azar
trends-finding-run-above = { $name }: ya mucho tiempo por encima de antes, hasta { $period }
trends-finding-run-below = { $name }: ya mucho tiempo por debajo de antes, hasta { $period }
trends-finding-few-crossings = { $name }: el nivel se ha movido, sin un periodo que destaque, hasta { $period }
trends-finding-too-few = { $name }: muy pocos periodos hasta { $period } para decir qué es lo habitual
trends-alt = Gráfico de { $from } a { $to }. La última cifra es { $now }.
trends-alt-range = Su intervalo habitual va de { $low } a { $high }.
trends-alt-centre = El centro es { $centre }.
trends-alt-ringed = { $n ->
    [one] Un periodo está rodeado.
   *[other] { $n } periodos están rodeados.
 }
trends-note-unrated = Un gráfico u necesita la plantilla, que aquí no se conoce: este es un gráfico c de recuentos.
trends-note-thin = La media está por debajo de 5, donde los límites de este gráfico son demasiado estrechos. El detector estándar es exacto con recuentos pequeños.
trends-note-too-few = { $n ->
    [one] Un periodo, y una base de { $learn }: no queda nada que juzgar.
   *[other] { $n } periodos, y una base de { $learn }: no queda nada que juzgar.
 }
trends-note-baseline = Los límites vienen de los primeros { $learn } periodos y no cambian. Lo que se movió, arriba, no depende de este gráfico.
trends-everything = Todas las series
trends-everything-open = Último mes de cada serie

trends-health = Salud de la notificación
trends-breadth = { $of ->
    [one] { $n } de un área nos contó algo el último mes.
   *[other] { $n } de { $of } áreas nos contaron algo el último mes.
 }
trends-none-quiet = { $n ->
    [one] Un área es lo bastante grande para comparar; no está mucho más callada de lo que sugiere su plantilla.
   *[other] { $n } áreas son lo bastante grandes para comparar; ninguna está mucho más callada de lo que sugiere su plantilla.
 }
trends-quiet-lead = Mucho más calladas en los últimos doce meses de lo que sugiere su plantilla. Pregunte primero si allí se puede contar y si se recibe respuesta:
trends-quiet = { $n ->
    [one] un informe, cuando cabía esperar unos { $expected }.
   *[other] { $n } informes, cuando cabía esperar unos { $expected }.
 }

trends-conventions = Cómo leer esto
trends-convention-exact = Las cifras son exactas y solo para la mesa. Para otros está el resumen, cuyas cifras están protegidas.
trends-convention-month = Un informe cuenta en el mes de su liberación, y un mes desde una semana después de su fin. Lo que se excluye de los recuentos falta también aquí.
trends-convention-tested = Se observan la organización, cada área, cada categoría y cada gravedad con tres informes o más en 26 meses. Donde nada ha cambiado, más o menos una página de cada 20 muestra aun así una señal.
trends-convention-people = Las tasas usan la plantilla de hoy para todos los meses; los meses se comparan por sus días.
trends-convention-rules = { $rules }: los últimos 36 meses, doce juzgados por hasta 24 anteriores; predicción gamma-Poisson y CUSUM; Benjamini-Hochberg sobre todas las series observadas.
