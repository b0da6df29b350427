"""The languages and countries of FollowTheMoney; the tests compare them with its package."""

from __future__ import annotations

LANGUAGES = {
    pair[:2]: pair[2:]
    for pair in (
        "afafr amamh arara azaze bebel bgbul bnben bsbos cacat csces dadan dedeu elell eneng esspa etest"
        " fafas fifin frfra gagle heheb hihin hrhrv huhun hyhye idind isisl itita jajpn kakat kkkaz kmkhm"
        " knkan kokor kykir lbltz lolao ltlit lvlav mkmkd mnmon msmsa mtmlt mymya nenep nlnld nonor plpol"
        " pspus ptpor roron rurus sisin skslk slslv sqsqi srsrp svswe swswa tatam tetel tgtgk ththa tktuk"
        " trtur ukukr ururd uzuzb vivie zhzho"
    ).split()
}
"""The languages that it knows: its code by that of ISO 639-1."""
COUNTRIES = frozenset(
    (
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br"
        " bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cu cv cw cx cy cz dd de dg dj dk"
        " dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs"
        " gt gu gw gy hk hm hn hr ht hu ic id ie il im in io ip iq ir is it je jm jo jp ke kg kh ki km kn"
        " kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms"
        " mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt"
        " pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta tc td"
        " tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye"
        " yt za zm zr zw zz"
    ).split()
)
"""The countries that it knows, by their codes of ISO 3166-1 in small letters."""


def country(iso: str | None) -> str:
    """Return the code of a country as it is written there; empty for one that is not known.

    Example:
        >>> country("KP"), country("AA")
        ('kp', '')
    """
    code = (iso or "").lower()
    return code if code in COUNTRIES else ""
