"""The first moments of our page: hands before the first picture, and addresses that no page wrote."""

from __future__ import annotations

from .page_desk import View

HASTE = """
const read = Response.prototype.text;
Response.prototype.text = async function () { // the facts come late, as on a slow machine
  const text = await read.call(this);
  if (text.startsWith('{"facts"')) await new Promise((go) => setTimeout(go, 300));
  return text;
};
addEventListener("DOMContentLoaded", () => {
  const canvas = document.getElementById("canvas"), rect = canvas.getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, clientX: rect.left + 300, clientY: rect.top + 200 };
  const act = () => {
    canvas.dispatchEvent(new PointerEvent("pointermove", at));
    canvas.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: 1 }));
    canvas.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    if (!performance.getEntriesByName("kg:first").length) setTimeout(act, 0);
  };
  act();
});
"""
"""Points, turns the wheel and presses a key again and again until the first picture is there."""


def test_hands_before_the_first_picture_do_no_harm(view: View) -> None:
    watch = view.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": HASTE})
    try:
        view.at("day=2024-10-13&off=kind:Person")  # with a filter the picture waits for the facts
        view.clean()
        assert view.js("return [kgPage.filter.day, [...kgPage.filter.off.get('kind')]]") == [
            "2024-10-13",
            ["Person"],
        ]
    finally:
        view.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", watch)


def test_a_number_below_all_drawings_is_the_first_one(view: View) -> None:
    view.at("d=-1")
    view.clean()
    assert view.js("return kgPage.app.number") == 0


def test_a_day_that_no_calendar_has_is_no_day(view: View) -> None:
    view.at("day=2024-13-45")
    view.clean()
    assert view.js("return kgPage.filter.day") is None
