//! Posts that one person holds, and other telling facts: kinship to staff, being the only one, a recent loss.
//!
//! Refuses posts that every crew or shift has (captain, charge nurse, foreman).

use crate::domain::redaction::SpanKind;

use super::{Pattern, always, any};

pub(super) const PATTERNS: &[Pattern] = &[
    any(
        "role-sole",
        SpanKind::RoleUnique,
        0.8,
        always,
        r"(?xi)\b(?:the|our|my|a|their|i'm|am)\ ((?:only|sole|new|newest|youngest|oldest|first)\ (?:[a-z-]+\ ){0,2}(?:nurse|doctor|midwife|medic|pharmacist|engineer|physio|consultant|registrar|technician|electrician|woman|man|male|female|driver|pilot|controller|officer|manager|apprentice|trainee|
            postdoc|student|teacher|chef|operator|mechanic|welder|planner|analyst|admin|paramedic|radiographer|dentist|surgeon|therapist|supervisor|guard|signaller|inspector|chemist|scientist|lecturer|captain|skipper|steward|representative|rep|person|girl|boy|lady|dba)(?:\ (?:on|in)\ (?:the\ )?(?:site|board|crew|team|ward|shift|gráfico|ship))?)\b",
    ),
    any(
        "role-sole",
        SpanKind::RoleUnique,
        0.8,
        always,
        r"(?xi)\b((?:único|única|nuevo|nueva)\ (?:enfermer[ao]|médic[oa]|delegad[oa]|mujer|hombre|técnic[oa]|conductora?|operadora?|ingenier[oa]|matrona|piloto)(?:\ en\ el\ \w+)?|
            (?:seule?|unique|nouvelle|nouveau|nouvel)\ (?:infirmi(?:er|ère)|médecin|femme|homme|thésarde?|technicien(?:ne)?|conduct(?:eur|rice)|ingénieure?|sage-femme|pilote|interne)|
            (?:einzige[rn]?|neue[rn]?)\ (?:ta|mta|ärztin|arzt|pflegerin|pfleger|frau|mann|quereinsteiger(?:in)?|technikerin|techniker|ingenieurin|ingenieur|hebamme|fahrerin|fahrer|lehrling|azubi))\b",
    ),
    any(
        "role-post",
        SpanKind::RoleUnique,
        0.72,
        always,
        r"(?xi)\b(chief\ (?:pilot|executive|nurse|pharmacist|engineer\ of|medical\ (?:officer|scientist|director)|operating\ officer|instructor|fire\ officer|biomedical\ scientist|constable)|medical\ (?:superintendent|director)|superintendent\ pharmacist|nursing\ superintendent|station\ ?master|deputy\ head|operations\ director|lead\ nurse|(?:factory|engineering|operations|production|quality|hse|health\ and\ safety|maintenance|facilities|security|route|fleet|contracts|night\ bed)\ manager|(?:safety|site|technical|finance|hr|it|quality|nursing|clinical)\ director|
            director\ of\ (?:pharmacy|nursing|operations|safety|engineering|midwifery)|(?:deputy|home|depot|airport|plant|lab|laboratory|site|harbour|terminal|practice|station|mine|general|store|warehouse|quarry|rig|facility|base|branch|farm)\ manager|
            executive\ director|managing\ director|project\ director|plant\ (?:head|director)|satco|dpa|designated\ person\ ashore|union\ (?:rep|representative|convenor)|training\ (?:officer|captain)|site\ agent|appointed\ person|area\ authority|hse\ coordinator|safety\ manager|
            brigade\ secretary|station\ commander|head\ ?(?:teacher|mistress|master)|(?:asst\.?|assistant|vice)\ principal|school\ principal|harbour\ master|head\ (?:of\ \w+|nurse|pharmacist|physicist|chef|gardener)|company\ secretary|
            jefe\ de\ (?:torre|informática|sistemas|mantenimiento|seguridad|estudios|planta|obra|estación|servicio|base|taller)|jefa\ de\ (?:planta|obra|estación|servicio|base|taller)|directora?|gerente\ general|
            chef\ pilote|chef\ d'(?:établissement|atelier|escale)|directeur(?:\ d'usine)?|directrice|titulaire|chef\ de\ (?:centre|gare|site)|cadre(?:\ de\ santé|\ de\ nuit|\ supérieure?)?|proviseure?|
            betriebsleiter(?:in)?|bauleiter(?:in)?|amtsleiter(?:in)?|it-leiter(?:in)?|werkstattleiter(?:in)?|wehrführer(?:in)?|küchenchef(?:in)?|rektor(?:in)?|filialleiter(?:in)?|heimleiter(?:in)?|heimleitung|pflegedienstleit(?:ung|er|erin)|werkleiter(?:in)?|standortleiter(?:in)?|chefarzt|chefärztin|flugbetriebsleiter(?:in)?|schulleiter(?:in)?|geschäftsführer(?:in)?|betriebsarzt|stationsleiter(?:in)?|hafenkapitän)\b",
    ),
    any(
        "role-post",
        SpanKind::RoleUnique,
        0.7,
        always,
        r"\b(SSE|MD|CEO|COO|CFO|AGM(?: \([A-Z][a-z]+\))?|Head|Headmaster|Headteacher|Principal)\b (?:notified|informed|doesn't|has|was|is|said|knows|told)",
    ),
    any(
        "role-post",
        SpanKind::RoleUnique,
        0.7,
        always,
        r"\b(?:[Oo]ur|[Tt]he|[Mm]y) (MD|CMD|CEO|COO|CFO|CIO|CTO|CISO|CFI|SSE|AGM|principal|matron general|vicar|mayor)\b",
    ),
    any(
        "other-kin",
        SpanKind::OtherId,
        0.75,
        always,
        r"(?xi)\b((?:(?:port\ )?captain|boss|manager|foreman|supervisor|director|owner|mayor|sergeant|garda\ sergeant|chief|matron|consultant|principal|head|superintendent|chairman|priest|councillor)'s\ (?:wife|husband|partner|son|daughter|brother(?:[\ -]in[\ -]law)?|sister(?:[\ -]in[\ -]law)?|nephew|niece|cousin|mother|father|uncle|aunt|girlfriend|boyfriend))\b",
    ),
    any(
        "other-kin",
        SpanKind::OtherId,
        0.72,
        always,
        r"(?i)\b(?:my|his|her) ((?:father|mother|brother|sister|son|daughter)[- ]in[- ]law|ex-?(?:wife|husband)|uncle|nephew|cousin)\b(?:\s+so\b|\s*[.,;)]|$)",
    ),
    any(
        "other-kin",
        SpanKind::OtherId,
        0.75,
        always,
        r"(?xi)\b((?:cuñad[oa]|hij[oa]|herman[oa]|sobrin[oa]|tí[oa]|prim[oa]|mujer|marido)\ (?:del?|de\ la)\ (?:gerente|director|directora|jefe|jefa|dueño|dueña|alcalde|patrón|médico|supervisora?)|exmarido|exmujer|
            (?:fils|fille|frère|sœur|neveu|nièce|femme|mari|gendre|petit\ dernier)\ (?:du|de\ la|de\ l')\s?(?:maire|directeur|directrice|patron|patronne|chef|cadre)|
            (?:tochter|sohn|bruder|schwester|frau|mann|gattin|neffe|nichte|cousin|schwager|schwägerin)\ (?:vom|des|der|von\ der)\ (?:inhabers?|chefs?|chefin|leiters?|leiterin|bürgermeisters?|direktors?))\b",
    ),
    any(
        "other-event",
        SpanKind::OtherId,
        0.7,
        always,
        r"(?xi)\b(lost\ (?:his|her|my|their|a|another)\ (?:own\ )?(?:boy|son|daughter|child|baby|wife|husband|mother|father|brother|sister|mum|dad|cousin|partner)(?:\ (?:last\ (?:winter|summer|spring|year|month|week)|in\ the\ \w+\ \w+))?|
            has\ (?:leukaemia|leukemia|cancer|epilepsy|ms|hiv)|(?:mum|mom|dad|mother|father|wife|husband|son|daughter)\ is\ (?:in\ (?:the\ |a\ )?(?:hospice|hospital|prison|care\ home)|dying|a\ (?:governor|councillor|manager|doctor|nurse))|pregnant|dating\ my\ \w+|
            asylum\ (?:papers|application|claim)|caring\ for\ (?:his|her|my)\ (?:mum|dad|mother|father|wife|husband)(?:\ with\ \w+)?|(?:kid|baby|wife)\ was\ being\ born|twins\ were\ born(?:\ early)?|back\ from\ having\ (?:his|her)\ \w+\ (?:replaced|removed)|
            retire\ this\ [A-Z]\w+(?:\ [A-Z]\w+)?|used\ to\ be\ the\ \w+|eye\ patch|glass\ eye|glasauge|asylum\ seeker|only\ (?:deaf|blind|black|french|polish|irish|muslim|jewish|sikh|gay|foreign)\w*(?:\ \w+)?(?:\ in\ the\ \w+)?|
            gerade\ (?:seine|ihre)\ (?:frau|tochter|mutter)\ verloren|gerade\ (?:seinen|ihren)\ (?:mann|sohn|vater)\ verloren|estaba\ de\ parto|embarazada|enceinte|schwanger)\b",
    ),
];
