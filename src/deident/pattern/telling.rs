//! Facts that point at one person without a name: a mark of the body, being the only one, kin of somebody known, an event in their
//! life, local fame, a past trade.
//!
//! Refuses kin of patients and residents: a ward is full of them. These are families of wordings, not the facts themselves; a screener
//! still has to read for what no wording announces.

use crate::domain::redaction::SpanKind::OtherId;

use super::{Pattern, always, any};

/// Kin of a patient points at nobody on the staff.
fn no_patient(text: &str, _: &str, _: &str) -> bool {
    let lower = text.to_lowercase();
    !["patient", "pacient", "resident", "residente", "bewohner", "client", "pupil", "customer"].iter().any(|word| lower.contains(word))
}

pub(super) const PATTERNS: &[Pattern] = &[
    any(
        "other-mark",
        OtherId,
        0.62,
        always,
        r"(?xi)\b((?:only\ )?one[\ -](?:arm|leg|eye|hand|lung|kidney|ear)(?:ed)?|(?:glass|false|prosthetic|artificial|wooden)\ (?:eye|leg|arm|hand|foot|hips?|knees?|fingers?|thumb)|
            two\ new\ (?:hips|knees)|(?:a\ )?new\ (?:hip|knee|kidney|heart\ valve)|(?:blind|deaf|sight|hearing)\ (?:in|on)\ (?:one|the\ (?:left|right|other))\ (?:eye|ear|side)(?:\ only)?|
            lost\ (?:an?|the|his|her|two|three|half)\ (?:of\ )?(?:his\ |her\ |a\ )?(?:fingers?|thumb|legs?|arms?|eye|hand|foot|toes?|sense\ of\ smell|hearing|sight)(?:\ in\ the\ \d{4}\ \w+)?|
            (?:burn|scar|birth)\ ?(?:marks?|s)?\ (?:on|across|down|over)\ (?:his|her|both|the|one)\ \w+|(?:five|six|seven|5|6|7)\ (?:foot|ft)\ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})|
            plate\ in\ (?:his|her)\ \w+|needs?\ a\ wheelchair)\b",
    ),
    any(
        "other-mark",
        OtherId,
        0.6,
        always,
        r"(?xi)\b(?:one|lad|lass|guy|girl|man|woman|bloke|lady|nurse|driver|fitter|operator|technician|registrar|porter|apprentice|recruit|colleague|mate|he|she)\ (?:is\ the\ one\ )?
            (with\ (?:the|a|an|his|her)\ (?:\w+\ ){0,2}(?:stammer|stutter|limp|lisp|birthmark|implant|aids?|tattoos?|dreadlocks|ponytail|beard|moustache|scars?|prosthesis|pacemaker|eye\ ?patch|crutch(?:es)?|plait|turban|hijab|accent|hook|leg|hand|arm|eye))\b",
    ),
    any(
        "other-mark",
        OtherId,
        0.6,
        always,
        r"(?xi)\b(un\ solo\ (?:pulmón|ojo|brazo|riñón|oído)|una\ sola\ (?:pierna|mano)|sord[oa]\ de\ un\ oído|tuert[oa]|en\ silla\ de\ ruedas|le\ falta\ un\ \w+|
            un\ seul\ (?:bras|œil|oeil|poumon|rein)|une\ seule\ (?:main|jambe)|sourde?\ d'une\ oreille|en\ fauteuil\ roulant|en\ béquilles(?:\ depuis\ (?:le|la|son|sa)\ \w+)?|laissé\ un\ (?:pouce|doigt|œil)|
            im\ rollstuhl(?:\ sitzt)?|mit\ (?:der|einer|seiner|ihrer)\ (?:bein|arm|hand)prothese|mit\ (?:sieben|acht|neun)\ fingern|mit\ dem\ (?:zopf|glasauge|bart)(?:\ bis\ zum\ \w+)?|auf\ einem\ (?:auge|ohr)\ (?:blind|taub))\b",
    ),
    any(
        "other-only",
        OtherId,
        0.62,
        always,
        r"\b((?:[Oo]nly|ONLY) (?:[A-Z][a-z]+|woman|man|girl|male|female|lad|lass|vegetarian|smoker|[a-z]+-year(?: who [a-z' ]{3,30})?) (?:on|in|at|among|from) (?:the|our|this|that) [\w-]+(?: [\w-]+)?)",
    ),
    any(
        "other-only",
        OtherId,
        0.6,
        always,
        r"(?xi)\b((?:único|única)\ \w+(?:\ \w+)?\ (?:del|de\ la|en\ el|en\ la)\ \w+|(?:le|la)\ seule?\ \w+(?:\ \w+)?\ (?:du|de\ la|de\ l'|dans\ le)\ ?\w+|(?:als\ )?(?:einzige[rn]?)\ \w+\ (?:im|in\ der|auf\ der|vom)\ \w+)\b",
    ),
    any(
        "other-kin",
        OtherId,
        0.62,
        no_patient,
        r"(?xi)\b((?:is|was|got)\ (?:married|engaged)\ to\ (?:him|her|the\ \w+(?:\ \w+)?)|(?:married|engaged)\ to\ the\ \w+(?:\ \w+)?|(?:son|daughter|brother|sister|nephew|niece|cousin|twin|widow)\ (?:of|to)\ (?:the|our)\ \w+(?:\ \w+){0,2}|
            twin\ (?:on|in|works)\ (?:the\ )?\w+(?:\ \w+)?|(?:mayor|vicar|governor|bishop|sheriff|minister|harbour\ master|landlord|headteacher|headmaster|chairman|professor|surgeon|matron|imam|rabbi|chief|captain|inspector)'s\ (?:kid|eldest|youngest|lad|boy|girl|twin|widow|son|daughter|nephew|niece|brother|sister|wife|husband|cousin|in-?laws?)|
            chairs\ the\ (?:governors|council|board|union\ branch))\b",
    ),
    any(
        "other-kin",
        OtherId,
        0.6,
        no_patient,
        r"(?xi)\b((?:cuñad|herman|prim|sobrin|espos|gemel|nuer)[oa]\ (?:del?|de\ la|de\ los)\ \w+|(?:mujer|marido|yerno|hijo|hija)\ (?:del|de\ la)\ \w+|
            (?:épouse|époux|beau-frère|belle-s(?:œ|oe)ur|gendre|neveu|nièce|jumeau|jumelle|cousine?|mari|femme|fils|fille)\ (?:du|de\ la|de\ l'|d'un)\ ?\w+|
            (?:schwager|schwägerin|neffe|nichte|cousine?|zwillings(?:bruder|schwester)|sohn|tochter|bruder|schwester)\ (?:vom|von\ (?:der|unserem|unserer)|des)\ \w+)\b",
    ),
    any(
        "other-event",
        OtherId,
        0.62,
        always,
        r"(?xi)\b((?:only\ )?(?:just|recently|newly)\ (?:buried|married|divorced|widowed|separated|bereaved|retired|remarried)(?:\ (?:his|her|my|their)\ \w+)?|buried\ (?:his|her|my|their)\ \w+(?:\ \w+)?|getting\ (?:married|divorced)(?:\ (?:on|in|next)\ \w+)?|
            (?:three|four|five|six|seven|eight|nine|[3-9])\ months\ (?:pregnant|along|gone)|(?:on|from|off\ on)\ maternity(?:\ leave)?|expecting\ (?:twins|triplets|a\ baby|her\ \w+)|(?:retires|retiring)\ (?:next|in|this|at|on)\ \w+|
            since\ (?:his|her|my|the)\ (?:stroke|heart\ attack|chemo|divorce|transplant|bypass|breakdown|amputation|miscarriage)|at\ (?:his|her)\ (?:brother|sister|son|daughter|father|mother)'s\ (?:trial|funeral|wedding)|came\ over\ from\ the\ [A-Z]\w+)\b",
    ),
    any(
        "other-event",
        OtherId,
        0.6,
        always,
        r"(?xi)\b((?:recién|acaba\ de\ ser)\ (?:casad|operad|separad|divorciad|jubilad|enviudad)[oa](?:\ de\ \w+(?:\ \w+)?)?|(?:acaba|acababa)\ de\ (?:enterrar|enviudar|casarse|divorciarse|parir)(?:\ a\ \w+\ \w+)?|embarazada\ de\ \w+(?:\ meses)?|despedid[oa]\ de\ (?:acá|aquí)(?:\ mismo)?|
            (?:vient|venait)\ de\ (?:perdre|enterrer|divorcer|se\ marier|se\ séparer)(?:\ \w+\ \w+)?|congé\ mat(?:ernité)?|avoir\ des\ (?:jumeaux|triplés)|(?:jours|mois|semaines)\ avant\ (?:la|sa)\ retraite|enceinte\ de\ \w+(?:\ mois)?|
            seit\ (?:dem|seinem|ihrem|der|seiner|ihrer)\ (?:schlaganfall|herzinfarkt|chemo|scheidung|transplantation)|wiedereingliederung(?:\ nach\ \w+)?|frisch\ (?:verwitwet|geschieden|getrennt|verheiratet|operiert)|im\ \w+\ monat\ schwanger)\b",
    ),
    any(
        "other-fame",
        OtherId,
        0.6,
        always,
        r"(?xi)\b((?:was|been|appeared|is)\ on\ (?:\w+\ )?(?:telly|tv|television)|on\ breakfast\ (?:telly|tv)|(?:a\ |an\ |the\ )?(?:retired|former|ex-?)\ ?(?:jockey|boxer|police(?:man|woman|\ officer)|soldier|marine|gurkha|footballer|priest|nun|monk|paratrooper|dancer|actor|singer|olympian|prisoner|convict|miner|fisherman|butcher|councillor|mp|\w+\ manager|teacher|matron|bus\ driver)|
            used\ to\ be\ an?\ \w+|played\ (?:\w+\ )?(?:for|in)\ (?:the\ )?(?-i:[A-Z])\w+|sang?\ at\ (?-i:[A-Z])\w+(?:\ \w+)?|refereed?\ in\ the\ \w+|arbitra\ en\ \w+|joue\ en\ (?:ligue|nationale)\ ?\w*|spielt\ in\ der\ \w+liga)\b",
    ),
];
