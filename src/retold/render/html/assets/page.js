/* The page without scripts holds everything; this adds the drawing, the filter, the choice of columns and jumps with a way back. */
(function () {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  root.classList.add("js");

  /* Theme: as the system, light, dark. */
  const themes = ["auto", "light", "dark"];
  let theme = "auto";
  const remembered = () => { try { return localStorage.getItem("retold-theme"); } catch (e) { return null; } };
  function setTheme(next) {
    theme = themes.includes(next) ? next : "auto";
    if (theme === "auto") { delete root.dataset.theme; } else { root.dataset.theme = theme; }
    byId("theme-name").textContent = theme;
    try { localStorage.setItem("retold-theme", theme); } catch (e) { /* a file opened from disk may not store */ }
  }
  byId("theme").addEventListener("click", () => setTheme(themes[(themes.indexOf(theme) + 1) % themes.length]));
  setTheme(remembered());

  /* Columns: which articles are shown. */
  const boxes = all(".choose input[type=checkbox]");
  const columnOf = (box) => byId(box.value);
  function showColumns() {
    boxes.forEach((box) => { columnOf(box).hidden = !box.checked; });
    if (byId("no-column")) { byId("no-column").hidden = boxes.some((box) => box.checked); }
  }
  function choose(wanted) {
    boxes.forEach((box) => { box.checked = wanted(box); });
    showColumns();
  }
  if (boxes.length) {
    const fit = window.innerWidth >= 1000 ? 3 : window.innerWidth >= 720 ? 2 : 1;
    choose((box) => boxes.indexOf(box) < fit);
    boxes.forEach((box) => box.addEventListener("change", showColumns));
    byId("show-all").addEventListener("click", () => choose(() => true));
    byId("show-none").addEventListener("click", () => choose(() => false));
  }
  function foldFurniture(button, folded) {
    button.setAttribute("aria-expanded", String(!folded));
    button.closest(".column").classList.toggle("no-furniture", folded);
  }
  all(".furniture-toggle").forEach((button) => {
    const column = button.closest(".column");
    const grey = all(".furniture", column).reduce((sum, part) => sum + part.textContent.length, 0);
    foldFurniture(button, grey > 400);
    button.addEventListener("click", () => foldFurniture(button, button.getAttribute("aria-expanded") === "true"));
  });

  /* Jumps: to a passage, with the article compared beside it, and back. */
  const back = byId("back");
  let from = null;
  const pieces = (names) => (names || "").split(" ").filter(Boolean).flatMap((name) => [byId(name), ...all('[data-of="' + name + '"]')]).filter(Boolean);
  const clear = () => all(".here").forEach((element) => element.classList.remove("here", "flash"));
  function reveal(element) {
    for (let part = element; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") { part.open = true; }
    }
    const furniture = element.closest(".furniture");
    const column = element.closest(".column");
    if (furniture && column) { foldFurniture(column.querySelector(".furniture-toggle"), false); }
  }
  function light(elements) {
    elements.forEach((element) => { reveal(element); element.classList.add("here", "flash"); });
  }
  function scrollInside(element) {
    const text = element.closest(".text");
    if (text && text.scrollHeight > text.clientHeight) {
      text.scrollTop += element.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    }
  }
  function jump(link, target) {
    const beside = pieces(link.dataset.with);
    const column = target.closest(".column");
    clear();
    if (column) {
      const shown = [column, ...beside.map((element) => element.closest(".column"))];
      if (column.hidden || beside.length) { choose((box) => shown.includes(columnOf(box))); }
    }
    reveal(target);
    const own = target.matches(".edges > li") && target.querySelector("details");
    if (own) { own.open = true; }
    const marked = pieces(link.dataset.all);
    light([...marked, ...beside]);
    if (!column && target.matches(".remark")) { target.classList.add("here"); }
    scrollInside(target);
    if (beside.length) { scrollInside(beside[0]); }
    const top = column && !marked.length;
    target.scrollIntoView({ block: top || target.tagName === "SECTION" ? "start" : "center" });
    if (!target.matches("a[href], button, input, [tabindex]")) { target.tabIndex = -1; }
    target.focus({ preventScroll: true });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    const target = byId(link.getAttribute("href").slice(1));
    if (!target) { return; }
    event.preventDefault();
    if (link.closest("main") && !back.contains(link)) {
      from = from || { link: link, top: window.scrollY };
      back.hidden = false;
    }
    history.replaceState(null, "", link.getAttribute("href"));
    jump(link, target);
  });
  function goBack() {
    if (!from) { return; }
    const place = from;
    from = null;
    back.hidden = true;
    clear();
    window.scrollTo(0, place.top);
    place.link.focus({ preventScroll: true });
  }
  back.addEventListener("click", goBack);

  /* Explanations close with Escape, and come again with the next hover or focus. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { return; }
    const tip = document.querySelector("[data-tip]:hover, [data-tip]:focus-visible");
    if (tip && !root.classList.contains("no-tips")) {
      root.classList.add("no-tips");
      const again = () => { root.classList.remove("no-tips"); tip.removeEventListener("blur", again); tip.removeEventListener("mouseleave", again); };
      tip.addEventListener("blur", again);
      tip.addEventListener("mouseleave", again);
    } else if (from) { goBack(); } else { clear(); }
  });

  /* Filter over what was said. */
  const field = byId("filter");
  const remarks = all(".remark");
  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    remarks.forEach((remark) => {
      const fits = words.every((word) => remark.dataset.search.includes(word));
      remark.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    all(".speaker").forEach((part) => { part.hidden = !part.querySelector(".remark:not([hidden])"); });
    all(".singles").forEach((part) => {
      const some = Boolean(part.querySelector(".remark:not([hidden])"));
      part.hidden = !some;
      if (words.length) { part.open = some; }
    });
    byId("filter-says").textContent = words.length ? shown + " of " + remarks.length + " remarks" : "";
  }
  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value) { field.value = ""; filter(); event.stopPropagation(); }
  });

  /* Printing shows what is folded. */
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all("main details:not([open])");
    folded.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => folded.forEach((part) => { part.open = false; }));

  /* The drawing: what is chosen in it or in the list is marked in both, and its evidence opened. */
  const holder = byId("graph");
  if (holder) { drive(holder, holder.querySelector("svg")); }

  function drive(holder, drawing) {
    const size = { wide: Number(drawing.getAttribute("width")), high: Number(drawing.getAttribute("height")) };
    let zoom = 1;
    function zoomTo(level) {
      zoom = Math.min(Math.max(level, 0.3), 3);
      drawing.setAttribute("width", Math.round(size.wide * zoom));
      drawing.setAttribute("height", Math.round(size.high * zoom));
      byId("sideways").hidden = size.wide * zoom <= holder.clientWidth;
    }
    function zoomBy(factor) {
      const middle = { x: (holder.scrollLeft + holder.clientWidth / 2) / zoom, y: (holder.scrollTop + holder.clientHeight / 2) / zoom };
      zoomTo(zoom * factor);
      holder.scrollTo(middle.x * zoom - holder.clientWidth / 2, middle.y * zoom - holder.clientHeight / 2);
    }
    const fit = () => zoomTo(Math.min(1, Math.max(0.85, holder.clientWidth / size.wide))); /* names stay above 11 pixels */
    byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
    byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
    byId("zoom-fit").addEventListener("click", fit);
    window.addEventListener("resize", fit);
    fit();

    const arcs = all(".arc", drawing);
    const nodes = all(".node", drawing);
    const items = all(".edges > li");
    const names = (part) => (part.dataset.arcs || "").split(" ").filter(Boolean);
    function mark(chosen) {
      arcs.forEach((arc) => arc.classList.toggle("on", chosen.includes(arc.dataset.arcs)));
      nodes.forEach((node) => node.classList.toggle("on", chosen.length > 0 && names(node).some((name) => chosen.includes(name))));
      items.forEach((item) => item.classList.toggle("on", chosen.includes(item.id)));
    }
    function show(chosen) {
      mark(chosen);
      const found = chosen.map(byId);
      found.forEach((item) => { item.querySelector("details").open = true; });
      const list = found.length && found[0].parentElement;
      if (list && list.scrollHeight > list.clientHeight) { list.scrollTop += found[0].getBoundingClientRect().top - list.getBoundingClientRect().top; }
      byId("shown").textContent = found.map((item) => item.querySelector("summary").innerText.replace(/\s+/g, " ").trim()).join(" · ");
    }
    [...arcs, ...nodes].forEach((part) => {
      part.addEventListener("focus", () => show(names(part)));
      part.addEventListener("click", () => show(names(part)));
      part.addEventListener("mouseenter", () => mark(names(part)));
    });
    items.forEach((item) => {
      item.addEventListener("focusin", () => mark([item.id]));
      item.addEventListener("mouseenter", () => mark([item.id]));
    });

    /* A mouse drags the drawing where it is larger than its window. */
    let hold = null;
    holder.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button === 0) { hold = { x: event.clientX + holder.scrollLeft, y: event.clientY + holder.scrollTop, moved: false }; }
    });
    holder.addEventListener("dragstart", (event) => event.preventDefault());
    window.addEventListener("pointermove", (event) => {
      if (!hold) { return; }
      const left = hold.x - event.clientX, top = hold.y - event.clientY;
      if (Math.abs(left - holder.scrollLeft) + Math.abs(top - holder.scrollTop) > 4) { hold.moved = true; }
      if (hold.moved) { holder.scrollTo(left, top); }
    });
    window.addEventListener("pointerup", () => { const held = hold; setTimeout(() => { if (held === hold) { hold = null; } }, 0); });
    holder.addEventListener("click", (event) => {
      if (hold && hold.moved) { event.preventDefault(); event.stopPropagation(); }
    }, true);
  }

  /* The timeline grows and shrinks about the middle of what is in view. */
  const span = byId("chart");
  if (span) {
    const drawn = span.querySelector("svg");
    const size = { wide: Number(drawn.getAttribute("width")), high: Number(drawn.getAttribute("height")) };
    let scale = 1;
    const scaleTo = (level) => {
      const middle = (span.scrollTop + span.clientHeight / 2) / scale;
      scale = Math.min(Math.max(level, 0.5), 4);
      drawn.setAttribute("width", Math.round(size.wide * scale));
      drawn.setAttribute("height", Math.round(size.high * scale));
      span.scrollTop = middle * scale - span.clientHeight / 2;
    };
    const fit = () => Math.min(1.4, Math.max(0.92, span.clientWidth / size.wide)); /* letters stay above 11 pixels */
    all("[data-zoom]").forEach((button) => button.addEventListener("click", () => {
      scaleTo(button.dataset.zoom === "fit" ? fit() : scale * Number(button.dataset.zoom));
    }));
    window.addEventListener("resize", () => scaleTo(fit()));
    scaleTo(fit());
    span.scrollTop = 0;
  }

  /* A link from elsewhere into this page. */
  const start = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (start) { jump({ dataset: { all: start.matches(".p, .q") ? start.id : "" } }, start); }
})();
