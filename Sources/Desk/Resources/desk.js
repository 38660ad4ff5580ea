// Moves by keyboard; everything works without.
(() => {
  "use strict";
  const typing = (element) => element && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const items = () => [...document.querySelectorAll("[data-queue], .incident, .mover, .evidence > article")];
  let current = -1;

  const move = (step) => {
    const all = items();
    if (!all.length) return;
    const here = all.findIndex((item) => item.contains(document.activeElement));
    current = Math.min(Math.max((here >= 0 ? here : current) + step, 0), all.length - 1);
    const item = all[current];
    if (!item.hasAttribute("tabindex")) item.setAttribute("tabindex", "-1");
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  };

  const act = (key) => {
    const item = items().find((item) => item.contains(document.activeElement));
    if (!item) return;
    const target = item.querySelector(`[data-key="${key}"]`) || (key === "o" && item.querySelector("a"));
    if (target) target.click();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const keys = document.querySelector(".keys");
    switch (event.key) {
      case "j": move(1); break;
      case "k": move(-1); break;
      case "o": case "c": case "x": act(event.key); break;
      case "/": document.getElementById("q").focus(); event.preventDefault(); break;
      case "?": if (keys) { keys.hidden = !keys.hidden; keys.scrollIntoView(); } break;
    }
  });
})();
