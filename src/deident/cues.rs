//! Words that tell what the word beside them is. Four languages, lower case.
//!
//! Refuses judgement: `context.rs` weighs them.

/// Titles and forms of address: a name follows.
pub(super) const TITLES: &[&str] = &[
    "dr", "dra", "doctor", "mr", "mrs", "ms", "miss", "mx", "sister", "sr", "nurse", "brother", "matron", "prof", "professor",
    "sir", "shri", "smt", "captain", "capt", "sgt", "sergeant", "cpl", "lt", "ff", "oom", "tannie", "ma", "bra", "bhut", "bhut'",
    "nonna", "nonno", "opa", "oma", "uncle", "auntie", "don", "doña", "señor", "señora", "sra", "d", "m", "mme", "mlle", "monsieur",
    "madame", "mademoiselle", "docteur", "dr.", "herr", "herrn", "hr", "frau", "fr", "schwester", "pfleger", "di", "ing", "prof.",
    "rev",
];

/// Titles that are posts as well: another post, or in German a plain noun, may follow.
pub(super) const NURSING_TITLES: &[&str] = &["nurse", "sister", "matron", "schwester", "pfleger"];

/// Titles that are also short everyday words: a lower-case word behind them is no name.
pub(super) const SHORT_TITLES: &[&str] =
    &[
    "ma", "di", "don", "sr", "fr", "bra", "hr", "mx", "ms", "lt", "ing", "sir", "miss", "nurse", "sister", "brother", "uncle",
    "captain",
];

/// Labels of a form after which somebody's name stands.
pub(super) const LABELS: &[&str] = &[
    "reporter", "name", "names", "signed", "reported", "author", "staff", "witness", "involved", "nombre", "testigo", "nom",
    "témoin", "signé", "melder", "zeuge", "ablösung", "gezeichnet",
];

/// Trades and posts that stand right before a name.
pub(super) const ROLES: &[&str] = &[
    "tech", "technician", "driver", "fitter", "operator", "op", "porter", "signaller", "signalman", "banksman", "foreman",
    "supervisor", "super", "skipper", "mate", "engineer", "eng", "deckhand", "deckie", "pumpman", "cadet", "bosun", "loader",
    "dispatcher", "conductor", "guard", "trainee", "apprentice", "student", "colleague", "hca", "odp", "cfi", "fo", "bms", "reg",
    "registrar", "consultant", "pharmacist", "midwife", "carer", "handsignaller", "electrician", "welder", "plumber", "joiner",
    "rigger", "slinger", "toolpusher", "driller", "roustabout", "probie", "firefighter", "fireman", "lineman", "backpacker",
    "custodian", "caretaker", "teacher", "planner", "shunter", "steward", "boss", "manager", "boy", "man", "guy", "sap", "hlo",
    "hda", "bloke", "cleaner", "cook", "steersman", "pilot", "copilot", "paramedic", "medic", "pwi", "vendor", "lead",
    "coordinator", "enfermera", "enfermero", "auxiliar", "operador", "operadora", "chofer", "despachador", "despachadora",
    "capataz", "ingeniero", "ingeniera", "anestesiólogo", "anestesista", "encargado", "encargada", "compañero", "compañera",
    "conductora", "residente", "maquinista", "celador", "celadora", "aide-soignante", "infirmier", "infirmière",
    "matelot", "collègue", "chauffeur", "régulateur", "opérateur", "technicien", "technicienne", "mécanicien", "stagiaire",
    "équipe", "conducteur", "interne", "chef", "kollege", "kollegin", "polier", "schichtleiter", "maschinist", "schlauchmann",
    "pta", "lotse", "lehrling", "azubi", "pikett", "startleiter", "fahrer", "meister", "vorarbeiter", "pflegekraft", "praktikant",
    "hausmeister", "assistant", "clerk", "physio", "physiotherapist", "radiographer", "sonographer", "surgeon", "therapist",
    "anaesthetist", "anesthetist", "phlebotomist", "supervisora", "médico", "médica", "cirujano", "cirujana", "matrona",
    "sage-femme", "brancardier", "médecin", "anesthésiste", "chirurgien", "oberarzt", "oberärztin", "chefarzt", "hebamme",
    "krankenpfleger", "krankenschwester", "stationsleitung",
];

/// Nouns for a place that carry a number or a letter: "Ward 7B", "Bay C".
pub(super) const ADDRESSED: &[&str] = &[
    "ward", "bay", "bed", "room", "theatre", "theater", "unit", "suite", "wing", "floor", "level", "block", "gate", "dock", "berth",
    "stand", "platform", "lab", "hall", "station", "cubicle", "pod", "zone", "building", "desk", "hangar", "pier", "quay",
    "sala", "box", "cama", "habitación", "quirófano", "planta", "puesto", "pasillo", "unidad", "muelle", "andén", "nivel", "puerta",
    "salle", "lit", "chambre", "couloir", "étage", "unité", "quai", "niveau", "bâtiment", "poste", "porte", "zimmer", "bett",
    "saal", "raum", "gang", "ebene", "halle", "gleis", "tor", "platz", "etage", "haus",
];

/// Small words that start a sentence and no name of a place.
pub(super) const OPENERS: &[&str] = &[
    "on", "in", "at", "from", "to", "for", "with", "by", "then", "later", "when", "after", "before", "while", "and", "but", "so",
    "if", "because", "since", "during", "until", "also", "near", "outside", "once", "as", "now",
];

/// Numbers in words, as wards and bays are called aloud.
pub(super) const SPELLED: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Kinship and company: a name may follow.
pub(super) const KIN: &[&str] = &[
    "mum", "mom", "dad", "mother", "father", "wife", "husband", "son", "daughter", "brother", "sister", "aunt", "grandad", "granny",
    "partner", "friend", "lady", "fella", "lad", "hija", "hijo", "mujer", "marido", "señora", "el", "fils", "fille", "mari", "mère",
    "père", "tochter", "sohn", "bruder", "mama",
];

/// Verbs and prepositions that introduce a name.
pub(super) const CALLED: &[&str] = &[
    "called", "named", "name", "avec", "con", "mit", "nicknamed", "by", "told", "asked", "with", "as", "signed", "for", "llamado",
    "llamada", "llama", "llaman", "dicen", "apellidan", "por", "dijo", "avisó", "appelé", "appelée", "s'appelle", "par", "nommé",
    "nommée", "namens", "heißt", "genannt", "durch", "von", "nach",
];

/// Words before somebody's initials.
pub(super) const INITIALLED: &[&str] =
    &[
    "initialled", "initials", "signed", "visa", "iniciales", "paraphe", "kürzel", "by",
];

/// Particles inside names.
pub(super) const PARTICLES: &[&str] = &[
    "van", "der", "den", "de", "la", "von", "v", "zu", "zum", "zur", "ter", "ten", "da", "do", "dos", "das", "di", "del", "della",
    "bin", "bint", "al", "el", "ibn", "le", "du", "st", "af",
];

/// Articles and pointing words: what follows is a thing more often than a person.
pub(super) const ARTICLES: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "no", "our", "their", "its", "both", "some", "any", "every", "el", "la",
    "los", "las", "un", "una", "le", "les", "des", "du", "une", "au", "l", "d", "der", "die", "das", "den", "dem", "ein", "eine",
    "einen", "einem", "einer", "kein", "keine", "zum", "zur", "im", "am", "vom", "beim", "ins", "jede", "jeder",
];

/// Prepositions of place.
pub(super) const PLACE_BEFORE: &[&str] = &[
    "in", "at", "near", "nr", "from", "to", "outside", "via", "around", "past", "of", "out", "into", "leaving", "off", "en",
    "desde", "hasta", "hacia", "a", "de", "à", "vers", "jusque", "jusqu'à", "près", "bei", "aus", "nach", "von", "about", "depot",
    "towards",
];

/// Things that carry a person's name: the capitalised word before them is a make or an eponym.
pub(super) const EQUIPMENT: &[&str] = &[
    "bolt", "clamp", "forcep", "knife", "knive", "splint", "blade", "hoist", "pump", "valve", "gauge", "catheter", "tube", "drain",
    "needle", "ladder", "post", "hose", "tree", "funnel", "cement", "rope", "lathe", "warmer", "mixer", "set", "slide", "pipette",
    "screw", "wrench", "spanner", "screwdriver", "chuck", "clip", "hook", "latch", "truck", "lift", "truss", "cable", "joint",
    "coupling", "score", "scale", "disease", "syndrome", "sign", "test", "position", "flask", "burner", "condenser", "seal",
    "engine", "drill", "hammer", "saw", "bag", "mask", "line", "frame", "chair", "cushion", "cylinder", "bed", "box", "lockbox",
    "stain", "reagent", "agar", "dish", "cell", "effect", "cycle", "result", "container",
];

/// The last word of a named place.
pub(super) const PLACE_TAILS: &[&str] = &[
    "ward", "suite", "unit", "wing", "lounge", "lodge", "junction", "yard", "depot", "pit", "wharf", "terminal", "harbour",
    "harbor", "airport", "airfield", "aerodrome", "station", "lane", "hill", "farm", "quarry", "mine", "mill", "alpha", "bravo",
    "lake", "river", "bay", "point", "island", "valley", "pier", "anchorage", "ridge", "strait", "crossing", "interchange",
    "corridor", "house", "court", "park", "office", "jobsite", "site", "base", "dc", "towers", "creek", "beach",
];

/// Words in Spanish, French and German after which a place is named.
pub(super) const FACILITY: &[&str] = &[
    "unité", "couloir", "chantier", "estación", "obra", "faena", "aeropuerto", "puerto", "baustelle", "umspannwerk", "haltestelle",
    "bahnhof", "segelfluggelände", "fdl", "cis", "parada", "arrêt", "départ", "stellwerk", "flughafen", "werk", "hafen",
];

/// The last word of an organisation's name.
pub(super) const ORG_TAILS: &[&str] = &[
    "ltd", "limited", "plc", "llc", "inc", "corp", "gmbh", "ag", "kg", "ohg", "mbh", "sa", "sas", "sarl", "srl", "sl", "bv", "nv",
    "pty", "pvt", "jv", "hospital", "infirmary", "clinic", "surgery", "hospice", "trust", "chemists", "pharmacy", "logistics",
    "services", "service", "coaches", "freight", "fuels", "travel", "school", "middle", "academy", "college", "university",
    "district", "helicopters", "courier", "gazette", "herald", "times", "colony", "group", "contracting", "contractors", "civils",
    "networks", "energy", "solar", "coop", "co-op", "refining", "chemicals", "mobility", "handlers", "calibrators", "facades",
    "works", "sailing", "airlines", "airways", "aviation", "lines", "rail", "railways", "marine", "offshore", "subsea", "drilling",
    "access", "haulage", "transport", "scaffolding", "electrical", "engineering", "construction", "foods", "farms", "partners",
    "holdings", "council", "club", "association", "regional", "polymers", "laboratories", "v", "dairies", "church",
];

/// The first word of an organisation's name.
pub(super) const ORG_HEADS: &[&str] = &[
    "hospital", "sanatorio", "clínica", "residencia", "transportes", "construcciones", "servicios", "colegio", "instituto",
    "universidad", "farmacia", "grupo", "contratista", "clinique", "hôpital", "ehpad", "école", "lycée", "collège", "transports",
    "pharmacie", "entreprise", "société", "spedition", "firma", "haus", "klinikum", "klinik", "krankenhaus", "apotheke", "verein",
    "netz", "stadtwerke", "seniorenheim",
];

/// Vessel prefixes and types: a ship's name follows.
pub(super) const VESSELS: &[&str] = &[
    "mv", "ms", "mt", "ss", "fv", "rv", "hms", "rnlb", "fpso", "fso", "tanker", "barge", "tug", "ferry", "trawler", "boat",
    "vessel", "ship", "yacht", "lifeboat", "coaster", "buque", "pesquero", "remolcador", "navire", "vedette", "chalutier",
    "schlepper", "frachter", "fähre",
];

/// What only people do; stands right behind a name.
pub(super) const SPEECH: &[&str] = &[
    "said", "says", "asked", "told", "was", "is", "had", "has", "came", "went", "ran", "saw", "heard", "noticed", "called",
    "caught", "got", "took", "thinks", "reckons", "wrote", "read", "rang", "gave", "stopped", "shouted", "yelled", "helped",
    "signed", "works", "knows", "knew", "opened", "made", "put", "did", "does", "hasn't", "hadn't", "didn't", "wasn't", "hasnt",
    "wasnt", "doesn't", "who", "from", "in", "on", "at", "hit", "handed", "brought", "checked", "spotted", "picked", "dropped",
    "left", "pulled", "gets", "likes", "decided", "walked", "stepped", "waved", "hung", "went", "cut", "re", "he", "and", "the",
    "dijo", "dice", "vio", "llegó", "puso", "tenía", "tiene", "estaba", "fue", "me", "lo", "la", "le", "se", "no", "abrió",
    "apretó", "frenó", "avisó", "anotó", "que", "a", "est", "était", "avait", "dit", "m'a", "l'a", "s'est", "n'a", "ne", "qui",
    "en", "au", "insiste", "hat", "ist", "war", "sagt", "sagte", "kam", "ging", "stand", "rief", "wollte", "hatte", "meint",
    "steht", "lacht", "rückwärts", "aus", "auf", "musste", "konnte", "fragte", "schrie", "und", "der", "die", "haben",
];
