"use strict";
(() => {
  const all = (selector) => document.querySelectorAll(selector);
  const tip = document.getElementById("tip");

  // The browser's own tooltip would appear on top of ours.
  for (const point of all("svg.figure .point")) {
    const title = point.querySelector("title");
    if (title) {
      point.dataset.tip = title.textContent;
      title.remove();
    }
  }

  const move = (event) => {
    const text = event.target.dataset?.tip;
    tip.style.display = text ? "block" : "none";
    if (text) {
      tip.textContent = text;
      const box = tip.getBoundingClientRect();
      tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 6))}px`;
      tip.style.top = `${event.clientY + box.height + 24 > innerHeight ? event.clientY - box.height - 10 : event.clientY + 16}px`;
    }
  };
  document.addEventListener("mousemove", move, { passive: true });
  document.addEventListener("scroll", () => { tip.style.display = "none"; }, { passive: true });

  const apply = (method, isOn) => {
    for (const group of all("svg.figure [data-method]")) {
      if (group.dataset.method === method) { group.classList.toggle("off", !isOn); }
    }
    for (const entry of all("svg.figure [data-legend]")) {
      if (entry.dataset.legend === method) { entry.classList.toggle("muted", !isOn); }
    }
  };
  for (const box of all("[data-switch]")) {
    box.addEventListener("change", () => apply(box.dataset.switch, box.checked));
    if (!box.checked) { apply(box.dataset.switch, false); }
  }
  for (const entry of all("svg.figure [data-legend]")) {
    entry.addEventListener("click", () => {
      for (const box of all("[data-switch]")) {
        if (box.dataset.switch === entry.dataset.legend) { box.click(); }
      }
    });
  }
})();
