"""What words of questions mean the same in English and German, and which say nothing."""

from __future__ import annotations

import re
from functools import cache

from kg.language.fold import fold, split, stem

STOP = frozenset(
    """
a about all also am an and any are as at be been but by can could did do does done for from give given
had has have here how i if in into is it its list let like many me more my of off on one only or our
please show so some tell than that the their them there these they thing things this those to up us was
we were what which while will with would you your much such exactly actually ever each every its itself
over aber alle allem allen aller alles als also am an auch auf aus bei beim bis bitte da dar daran das
dass daruber davon dazu dem den denn der des die dies diese diesem diesen dieser dieses dir du durch ein
eine einem einen einer eines er es etwas fur ganze gab geben gegen gegeben gib gibt hat hatte haben
hatten hier ich ihm ihn ihr im in ins ist ja jede jeden jeder kann konnte liste man mal mehr mein mich
mir mit nach noch nur ob oder schon sein seine seit sich sie sind so soll sollen uber uberhaupt um und
uns vom von vor war waren was welche welchem welchen welcher welches werden wessen wie wir wird wo
worden wurde wurden zeig zeige zu zum zur zeigen einige anderen andere others other zwischen between
""".split()
)
"""Words that say nothing about which question is meant."""

_PHRASES = (
    (r"\b(how (many|much)|wie ?viele?n?)\b", "number"),
    (r"\b(come?s?|came|coming) from\b|\b(stands?|stood) behind\b|\bsteh(t|en) hinter\b", "source"),
    (r"\btrac\w*\b(?=.*\b(back|origin|source)\w*)", "source"),
    (r"\b(goes|go|going|goe|traced?) back to\b|\bgeh(t|en)\b(?=.*\bzuruck\b)", "source"),
    (r"\bberuf\w*( sich)?\b(?= auf)|\brefer\w* to\b", "relay"),
    (
        (
            r"\b(speak|speaks|spoke|spricht|sprechen|redet)( im namen)? (for|fur|von|on behalf of|in the name"
            r" of)\b"
        ),
        "spokesperson",
    ),
    (
        (
            r"\b(only |just |nur )?(one|a single|single|eine?r? einzige\w*|nur eine?r?)"
            r" (source|root|quelle|wurzel)\w*( only)?\b"
        ),
        "single source",
    ),
    (r"\bwho (is arming|arms|armed)\b", "who bewaffnen"),
    (r"\b(on the record|zu wort)\b", "record"),
    (r"\b(day by day|tag fur tag|in order|der reih\w* nach|nacheinander)\b", "timeline"),
    (
        (
            r"\b(in return|in exchange|get back|got back|gave back|came back|im gegenzug|als"
            r" gegenleistung|als dank|dafur)\b"
        ),
        "return",
    ),
    (r"\b(cannot|could not|couldnt|can not|not) (be )?confirm\w*|\bnicht besta?tig\w*", "unconfirmed"),
    (
        r"\b(without|no|lack\w*|ohne|kein\w*) (an? |any |the |named |benannte )?(source|quelle)\w*",
        "unsourced",
    ),
    (r"\b(nam|nenn|giv|geb|cit|have|hab)\w* (no|kein\w*) (source|quelle)\w*", "unsourced"),
    (
        (
            r"\b(without|no|lack\w*|not|ohne|kein\w*|nicht) (an? |any |clear"
            r" )?(attribut|zuschreibung|zuordnung)\w*|\bunattributed\b"
        ),
        "unsourced",
    ),
    (
        (
            r"\basked (for (a )?(comment|statement|reply)|to (comment|reply|respond))\b|\bum (eine"
            r" )?(stellungnahme|antwort)\b"
        ),
        "answer",
    ),
    (r"\bschreib\w*\b(?=.*\bab\b)", "repeat"),
    (r"\bwhich \w+ (did|does|has)\b(?=.*\b(give|given|name|mention)\w*)", "utterance"),
    (
        (
            r"\b((what|which \w+) (did|does|has)|was"
            r" (hat|haben))\b(?=.*\b(say|said|claim|mention|alleg|assert|announc|declar|sag|gesagt|behaupt|erklar)\w*)|\bwas"
            r" (sagt|sagte|behauptet|erklart)\w*\b"
        ),
        "utterance",
    ),
    (
        (
            r"\b(nicht|not|kein\w*|without|ohne) (a |an |ganz |very |so"
            r" )?(genau|exakt|exact|precise|clear|eindeutig)\w*"
        ),
        "imprecise",
    ),
    (
        r"\bfrom whom to whom\b|\bvon wem an wen\b|\bwho armed whom\b|\bwer .*\bwem\b.*\bliefer\w*",
        "shipment ledger",
    ),
    (r"\baussage gegen aussage\b|\bone word against another\b", "disputed"),
    (r"\b(is|are|was|were) reported\b|\bgemeldet\b|\bberichtet\b", "said"),
    (r"\bpassed? (it |them )?on\b|\bweiter ?gegeben\b|\bgeb\w* .*\bweiter\b", "relay"),
)
"""Several words that mean one, in folded text."""

_GROUPS = """
source sourced sources origin originated originate provenance quelle quellen herkunft woher whence ursprung ursprunglich stammen stammt urheber
root roots wurzel wurzeln independent unabhangig
chain chains relay relays relayed retell retold retells route reach reached kette ketten weitergegeben weitergabe weitererzahlt weitererzahlen erreichte ubermittelt hop hops cite cites cited citing zitiert zitieren zitierte
number numbers figure figures count counts quantity amount amounts total totals zahl zahlen anzahl menge ziffer ziffern grossenordnung
bound bounds range grenze grenzen spanne mindestens hochstens
deny denied denial denials denies bestritt bestritten reject rejected dismissed bestreiten bestritten bestreitet bestreitende dementi dementiert dementieren leugnen geleugnet leugnet abgestritten zuruckgewiesen
doubt doubts doubted doubtful questioned bezweifeln bezweifelt bezweifelte zweifel anzweifeln angezweifelt
unconfirmed unbestatigt confirmed confirm bestatigt bestatigen bestatigte
retract retracted retracts retraction retractions withdraw withdrawn withdrew widerrufen widerruft widerrief zuruckgenommen ruckzieher
unsourced sourceless quellenlos unbelegt
say says said saying tell told state stated statement statements speak spoke spoken talked quote quoted word words comment remark sagen sagt sagte sagten gesagt aussage aussagen ausserung spricht sprach gesprochen zitat mention mentions mentioned genannt nannte nannten
claim claims claimed allege alleged allegation allegations behauptung behauptungen behaupten behauptet behauptete angabe angaben
assert asserts asserted assertion
unnamed anonymous nameless unidentified undisclosed ungenannt ungenannte anonym anonyme anonymen namenlos unbenannt
weapon weapons arms weaponry armament armaments waffe waffen rustung rustungsguter
use used uses using fire fired firing employ employed deploy shot launch launched einsatz einsetzen eingesetzt eingesetzte verwendet benutzt abgefeuert gebraucht verschossen abgeschossen
combat battle battlefield fight fighting kampf gefecht schlachtfeld krieg gekampft
shipment shipments ship shipped deliver delivers delivered delivery deliveries supply supplied supplies transfer transfers transferred send sent went export exported sold provided provide lieferung lieferungen liefern liefert lieferte lieferten geliefert geschickt schickte schicken sandte gesendet ging gingen gelangten waffenlieferung waffenlieferungen
ledger overview ubersicht bilanz
receive received receives get gets got obtain obtained bekam bekamen bekommen bekommt erhalten erhielt erhielten erhalt
return returns repay repaid repayment exchange compensation reward barter gegenleistung gegenleistungen gegenzug entlohnung tausch bezahlung
document documents article articles report reports newspaper newspapers text dokument dokumente dokumenten artikel bericht berichte berichten zeitung zeitungen zeitungsartikel beitrag meldung
print prints printed publish published contain contains druckt drucken gedruckt enthalt steht stehen veroffentlicht
paragraph paragraphs absatz absatze
event events incident incidents ereignis ereignisse ereignissen vorfall vorfalle
disputed dispute disputes contested controversial contentious umstritten umstrittene strittig streit uneinig
contradict contradicts disagree disagrees disagreement contradictory widerspruchlich contradiction contradictions conflicting widerspruch widerspruche widersprechen widerspricht
find found finding findings evidence proof prove proven physical physically debris remains wreckage beweis beweise beweisen beleg belege fund funde gefunden spuren trummer wrack physisch
timeline chronology chronological history sequence zeitleiste zeitstrahl chronologie chronologisch verlauf zeitlich ablauf reihenfolge
day days date dates when tag tage tagen datum wann
record spoken geaussert aussern ausserte ausserten wortmeldung often frequently count haufig haufigsten oft
spokesperson spokespersons spokespeople spokesman spokeswoman spokesmen sprecher sprecherin sprechern
who whom whose wer wem wen wessen speaker speakers
actor actors akteur akteure player
dossier profile steckbrief profil about weiss wissen bekannt known know
type types typ typen art kind model modell
subtype subtypes untertyp untertypen variant variante
member members membership belong belongs mitglied mitglieder mitgliedern zugehorige angehorige angehorigen
place places location locations where ort orte orten wo
person people persons personen
missile missiles rocket rockets rakete raketen
troop troops soldier soldiers truppe truppen soldat soldaten
route routes transport transported transports transportweg way weg wege path travel travelled unterwegs
network networks netz netzwerk
change changed changes revise revised revision anderung geandert andern anderte verandert revidiert
independent independently unabhangig unabhangige
coverage cover covers abgedeckt abdeckung
duplicate duplicates dublette dubletten doppelt
connection connected connections connect verbindung verbindungen verbunden zusammenhang zusammenhange zusammenhangen
bewaffnen bewaffnet bewaffnete arming rearm
loss losses casualty casualties killed dead wounded fallen deaths verlust verluste tote toten gefallene verwundete getotet
rail train trains railway bahn zug zuge eisenbahn
want wanted wants wish wishes planned geplant geplante wunsch wunsche wunscht wunschen gewunscht wunschliste desired
order ordered orders bestellt bestellen bestellung
negotiate negotiated negotiation negotiations verhandelt verhandeln verhandlung verhandlungen
happen happened happens occur occurred geschehen geschah passiert passierte passieren
expect expects expected expectation expectations predict prediction predictions forecast erwartet erwarten erwartung erwartungen prognose prognosen
fear feared fears afraid worry worried worries concerned befurchtet befurchten befurchtung befurchtungen furcht angst droht
single sole einzig einzige einzigen einziger
never nie niemals not no none nobody nothing nicht nichts kein keine keiner keinen keinem keinerlei niemand niemanden niemandem without ohne
grow grew grown increase exaggerated inflated wachsen gewachsen wuchs aufgebauscht ubertrieben
first earliest erste erster zuerst fruheste fruhester
repeat repeats repeated repetition wiederholen wiederholt wiederholte wiederholung wiederholungen copy copies copied copying abschreiben abgeschrieben kopieren kopiert
silent silence schweigt schweigen stumm
state states country countries nation nations staat staaten land lander landern
vague rough imprecise inexact approximate approximately vage ungefahr ungenau ungenaue ungefahre grob
same common shared share shares identical gleich gleiche gleichen dieselbe dieselben denselben gemeinsam gemeinsame uberschneidung overlap
other different differ differs differently otherwise deviation deviations anders abweichung abweichungen abweichend verschieden verschiedene unterschied unterschiede
accuse accused accusation accusations blame vorwurf vorwurfe vorgeworfen beschuldigt
answer answers answered reply replies replied response responded rebuttal antwort antworten antwortet geantwortet erwiderung entgegnet
infer inferred inference inferences deduce curator curators kuratoren erschlossen schlussfolgerung annahme annahmen redakteur redakteure redaktion erganzt erganzten hinzugefugt
neighbour neighbours neighbor neighbors nachbar nachbarn
category categories kategorie kategorien
"""
"""Words with one meaning, a line each; the first one names it."""


@cache
def _meanings() -> dict[str, str]:
    """The stem of every word of `_GROUPS`, with the name of its meaning; the first line wins."""
    found: dict[str, str] = {}
    for line in _GROUPS.strip().splitlines():
        name, *others = line.split()
        for word in (name, *others):
            found.setdefault(stem(fold(word)), stem(fold(name)))
    return found


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), f" {meaning} ") for pattern, meaning in _PHRASES)


@cache
def meaning(token: str) -> str:
    """Return what a folded word means: the name of its group, else its stem.

    Example:
        >>> meaning("zahlen") == meaning("figures") == meaning("number")
        True
    """
    root = stem(token)
    return _meanings().get(root, root)


def known(token: str) -> bool:
    """Return whether a folded word belongs to a group."""
    return stem(token) in _meanings()


@cache
def _any_phrase() -> re.Pattern[str]:
    return re.compile("|".join(pattern for pattern, _ in _PHRASES))


@cache
def common(meant: str) -> bool:
    """Return whether a meaning is one of the groups.

    A word of questions, which tells no thing from another.
    """
    return meant in _meanings().values()


def joined(folded: str) -> str:
    """Return a folded text with phrases of several words put as one."""
    if not _any_phrase().search(folded):
        return folded
    for pattern, instead in _phrases():
        folded = pattern.sub(instead, folded)
    return folded


@cache
def content(text: str) -> tuple[str, ...]:
    """Return the words of a text that say something, folded, in order.

    Example:
        >>> content("Which figures are there for a topic?")
        ('figures', 'topic')
    """
    return tuple(word for word in split(joined(fold(text))) if word not in STOP)


@cache
def vocabulary() -> tuple[str, ...]:
    """Return every word of the groups, folded, as a person may have meant to type it."""
    return tuple(sorted({fold(word) for word in _GROUPS.split() if len(word) > 3}))
