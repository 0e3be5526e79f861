# Aprender: medidas correctoras, si funcionaron, lecciones.

desk-nav-actions = Medidas
desk-nav-lessons = Lecciones
desk-done-action-kept = Anotada.
desk-done-action-changed = Guardado.
desk-done-lesson-kept = Guardada como borrador. Otra persona tiene que publicarla.
desk-done-lesson-changed = Guardado. Otra persona tiene que publicarla.
desk-done-lesson-published = Publicada. Cualquiera puede leerla ya y el boletín puede contarla.
desk-done-lesson-back = Retirada. Ya no está en la página pública.

## Medidas

learning-actions-title = Medidas correctoras
learning-action-title = Medida correctora
learning-actions-lead = Qué se cambia gracias a los avisos, quién se ocupa y si funcionó.
learning-actions-none = Todavía no hay nada anotado.
learning-action-new = Anotar una medida
learning-change = Cambiar
learning-keep = Guardar
learning-what = Qué se cambia
learning-what-hint = Una o dos frases que todos entiendan. El boletín las cuenta tal como están aquí.
learning-owner = Quién se ocupa
learning-owner-hint = Un puesto, no una persona: «supervisión de planta», «electromedicina».
learning-control = Qué fuerza tiene
learning-control-hint = Lo que quita el peligro dura más que lo que alguien debe recordar.
desk-control-elimination = Se elimina el peligro
desk-control-substitution = Se sustituye por uno menor
desk-control-engineering = Algo físico mantiene a la gente lejos de él
desk-control-administrative = Cambia la forma de trabajar
desk-control-protective = La gente lleva protección
desk-control-reminder = Norma, formación o recordatorio
learning-due-by = Plazo
learning-due = para { $month }
learning-progress = En qué punto está
learning-done = hecha en { $month }
learning-done-in = Hecha en
learning-dropped = abandonada
desk-progress-open = Por hacer
desk-progress-done = Hecha
desk-progress-dropped = No se hará
learning-late = con retraso
learning-checked = con comprobación
learning-reports = Avisos que la motivan
learning-reports-hint = Sus números, uno por línea. El boletín no los muestra nunca.
learning-from = De los avisos
learning-sure = Lo he mirado: no se puede reconocer a nadie

## ¿Funcionó?

learning-check = Cómo se verá si funcionó
learning-check-hint = Dígalo ahora, antes de que nadie sepa el resultado. Después no se puede cambiar.
learning-declare = Comprobar si los avisos disminuyen
learning-outcome = Qué debería disminuir
learning-start = Primer mes del cambio
learning-wash-in = Meses de adaptación, que no se cuentan
learning-window = Meses que se juzgan después
learning-worth = Menor descenso que merece la pena, en porcentaje
learning-worth-said = un { $percent } por ciento menos
learning-judged = Se juzga
learning-judged-span = de { $from } a { $to }
learning-declared-in = Declarado en
learning-held = ¿Funcionó?
learning-held-fewer = Menos de lo esperado.
learning-held-no-clear-change = Todavía sin cambio claro.
learning-held-more = Más de lo esperado.
learning-held-reporting-fell = Bajaron todos los avisos: el efecto no se conoce.
learning-held-too-few = Muy pocos sucesos para saberlo antes de { $month }.
learning-held-never = Muy pocos sucesos para saberlo, y esperar no lo cambiará.
learning-counted = Contados: { $before } avisos en { $months-before } meses antes del cambio, { $after } en { $months-after } meses después.
learning-ratio = Después del cambio hubo al mes { $ratio } veces los de antes (probablemente entre { $low } y { $high } veces).
learning-power = Un descenso del { $percent } por ciento se vería probablemente en { $month }.
learning-power-never = Con tan pocos avisos, un descenso del { $percent } por ciento no se vería en un tiempo razonable.
learning-out-of-reach = Es mucho esperar. Busque algo que se vea antes: por ejemplo, comprobaciones puntuales de que el cambio está en marcha.
learning-change-here = el cambio
learning-unit = Avisos al mes.
learning-guard = Los límites son los de antes del cambio, prolongados. Si también bajaron todos los demás avisos, se dice, porque puede que la gente solo haya dejado de contar.

## Cómo va el avisar

learning-health = Cómo van los avisos y las medidas
learning-health-wait = La mitad de los { $reports } avisos del último año se leyó y se publicó para el análisis { $weeks ->
    [0] en la semana en que llegaron
    [one] en una semana
   *[other] en { $weeks } semanas
}; los que aún esperan también cuentan.
learning-health-wait-nine = Nueve de cada diez { $weeks ->
    [0] en la semana en que llegaron
    [one] en una semana
   *[other] en { $weeks } semanas
}.
learning-health-told = De { $old } avisos publicados hace entre tres meses y un año, { $closed } están cerrados y quien avisó supo en qué quedó.
learning-health-mix = Medidas hechas: el { $strong } por ciento quita el peligro o aleja a la gente de él, el { $between } por ciento cambia la forma de trabajar, el { $weak } por ciento son protección, normas o recordatorios.
learning-health-late = Medidas fuera de plazo: { $n }.
learning-health-anonymous = No se cuenta cuántos avisos llegan sin nombre: nada de lo guardado los distingue.

## Lecciones en la mesa

learning-lessons-title = Lecciones
learning-lesson-title = Lección
learning-lessons-lead = Lo que otros pueden aprender de los avisos. Una persona escribe y otra publica; después cualquiera puede leerla.
learning-lessons-none = Todavía no hay ninguna lección.
learning-lesson-new = Escribir una lección
learning-title = Título
learning-happened-hint = Condiciones, no culpables: ¿qué hacía fácil que saliera mal? Ninguna persona, ningún día, ningún lugar que conozcan pocos.
learning-no-category = ninguna
learning-lesson-reports-hint = Sus números, uno por línea. Se publica cuando el más reciente tiene un mes. Nadie fuera de la mesa los ve.
learning-keep-draft = Guardar como borrador
learning-lesson-draft = Borrador
learning-lesson-published = Publicada en { $month }
learning-lesson-withdrawn = Retirada
learning-publish = Publicar
learning-take-back = Retirar
learning-mine = La escribió usted, así que otra persona tiene que publicarla.
learning-changed = Alguien cambió esto mientras tanto. Lo que escribió sigue en el formulario. Guarde otra vez para sustituirlo.
lesson-same-person = La escribió usted. Otra persona tiene que publicarla.
lesson-too-young = Un aviso de esta lección se publicó este mes o el anterior. Espere a que tenga un mes.
lesson-too-few-people = Aquí trabajan menos de veinte personas. Una historia señalaría a una de ellas.
lesson-objected = Quien envió uno de estos avisos quiere ocultar más o lo retiró. Quite ese aviso de la historia.

## Lecciones para todos

lessons-title = Lo que aprendimos
lessons-lead = Lo que contaron los compañeros, qué lo evitó y qué ayuda. No se puede reconocer a nadie.
lessons-none = Todavía no hay lecciones publicadas.
lessons-sealed = Las lecciones no se pueden mostrar en este momento: el servicio acaba de arrancar y espera su llave. Avisar funciona.
lessons-happened = Qué pasó
lessons-caught = Qué lo evitó
lessons-helps = Qué ayuda

## Problemas

problem-needed = Aquí tiene que haber algo.
problem-month = Escriba el mes así: 2026-05.
problem-month-ahead = Ese mes todavía no ha llegado.
problem-choice = Elija un número dentro de los límites.
problem-too-late-to-declare = El cambio no puede ser anterior a este mes: una comprobación se declara antes de que nadie sepa el resultado.
problem-names-somebody = Parece que aquí se podría reconocer a alguien: un nombre, un número o una dirección. Quítelo, o marque abajo que lo ha mirado.
