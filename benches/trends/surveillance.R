# Farrington, Bayes and EARS C1 on the last 26 weeks of some series of a table of counts; prints method, processor seconds, series.
suppressMessages(library(surveillance))
table <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE))[1:40, ]
judged <- 79:104
measure <- function(name, run) {
  seconds <- system.time(for (i in seq_len(nrow(table))) run(table[i, ]))
  cat(name, seconds[["user.self"]] + seconds[["sys.self"]], nrow(table), "\n")
}
measure("ears-c1", function(y) earsC(sts(y, frequency = 52), control = list(range = judged, method = "C1")))
measure("bayes", function(y) {
  algo.bayes(create.disProg(week = seq_along(y), observed = y, state = 0 * y, freq = 52), list(range = judged, b = 1, w = 6, actY = TRUE, alpha = 0.05))
})
measure("farrington", function(y) {
  algo.farrington(create.disProg(week = seq_along(y), observed = y, state = 0 * y, freq = 52),
                  list(range = judged, b = 1, w = 3, reweight = TRUE, trend = FALSE, alpha = 0.05, verbose = FALSE))
})
