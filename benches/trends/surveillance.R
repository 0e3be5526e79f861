# As much of the pipeline as base R and surveillance have, on some series of a table of counts: frozen limits, run rules, a detector on the last 26
# weeks, Benjamini-Hochberg. Prints a name, the processor seconds and the number of series.
suppressMessages(library(surveillance))
learn <- 78
judged <- 79:104
limits <- function(y) {
  base <- y[1:learn]
  moving <- mean(abs(diff(base)))
  list(c = mean(base) + 3 * sqrt(mean(base)), x = mean(base) + 2.66 * moving)
}
runs <- function(y) {
  side <- sign(y - median(y[1:learn]))
  side <- side[side != 0]
  length_of <- rle(side)$lengths
  max(length_of) > round(log2(length(side)) + 3) || length(length_of) - 1 < qbinom(0.05, length(side) - 1, 0.5)
}
chart <- function(y) {
  top <- limits(y)
  c(any(y > top$c | y > top$x), runs(y))
}
detectors <- list(
  "EARS C1" = function(y) earsC(sts(y, frequency = 52), control = list(range = judged, method = "C1")),
  "Bayes" = function(y) {
    algo.bayes(create.disProg(week = seq_along(y), observed = y, state = 0 * y, freq = 52), list(range = judged, b = 1, w = 6, actY = TRUE, alpha = 0.05))
  },
  "Farrington" = function(y) {
    algo.farrington(create.disProg(week = seq_along(y), observed = y, state = 0 * y, freq = 52),
                    list(range = judged, b = 1, w = 3, reweight = TRUE, trend = FALSE, alpha = 0.05, verbose = FALSE))
  }
)
measured <- function(name, some, work) {
  seconds <- system.time({
    table <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE, nrows = some))
    work(table)
  })
  cat(name, seconds[["user.self"]] + seconds[["sys.self"]], nrow(table), sep = ";", fill = TRUE)
}
measured("R, two sets of limits and run rules", 2000, function(table) apply(table, 1, chart))
for (name in names(detectors)) {
  measured(paste("R and surveillance,", name), 40, function(table) {
    apply(table, 1, chart)
    for (i in seq_len(nrow(table))) detectors[[name]](table[i, ])
    p.adjust(ppois(table[, 104] - 1, rowMeans(table[, 1:learn]), lower.tail = FALSE), "BH")
  })
}
