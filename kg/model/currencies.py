"""Codes of currencies."""

from __future__ import annotations

CURRENCIES: frozenset[str] = frozenset(
    """
    ADP AED AFA AFN ALL AMD ANG AOA AOK AON AOR ARA ARS ATS AUD AWG AZM AZN BAD BAM BAN BBD BDT BEF BGL
    BGN BHD BIF BMD BND BOB BRE BRL BRN BRR BSD BTN BWP BYB BYN BYR BZD CAD CDF CHF CLP CNY COP CRC CSD
    CSK CUC CUP CVE CYP CZK DDM DEM DJF DKK DOP DZD ECS EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEK
    GEL GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD HNL HRD HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LTT LUF LVL LVR LYD MAD MCF MDC
    MDL MGA MGF MKD MKN MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXP MYR MZM MZN NAD NGN NIC NIO NLG NOK
    NPR NZD OMR PAB PEI PEN PGK PHP PKR PLN PLZ PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG
    SDP SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TND TOP
    TPE TRL TRY TTD TWD TZS UAH UAK UGX USD UYP UYU UZS VEB VEF VES VND VUV WST XAF XCD XCG XOF XPF YDD
    YER YUD YUM YUN YUR ZAR ZMK ZMW ZRN ZRZ ZWD ZWG ZWL ZWR
""".split()
)
"""The codes of ISO 4217 for money that is legal tender, or was since 1990.

Source: ISO 4217, by way of the territories of the Unicode Common Locale Data Repository.
"""

SIGNS: dict[str, str] = {
    "US$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
    **{code: code for code in ("USD", "EUR", "GBP", "CHF", "RUB", "UAH", "CNY", "AED", "IRR", "KRW")},
}
"""What stands beside a sum of money in texts, and its code; a sign of several currencies is not in it."""
