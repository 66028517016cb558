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
  let redraw = () => {};
  const remembered = () => { try { return localStorage.getItem("retold-theme"); } catch (e) { return null; } };
  function setTheme(next) {
    theme = themes.includes(next) ? next : "auto";
    if (theme === "auto") { delete root.dataset.theme; } else { root.dataset.theme = theme; }
    byId("theme-name").textContent = theme;
    try { localStorage.setItem("retold-theme", theme); } catch (e) { /* a file opened from disk may not store */ }
    redraw();
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

  /* The drawing. */
  const place = byId("graph");
  const data = JSON.parse(byId("graph-data").textContent);
  if (place && typeof cytoscape === "function") { drawGraph(place, data); }

  function drawGraph(holder, drawn) {
    cytoscape.use(cytoscapeDagre);
    const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
    const pen = document.createElement("canvas").getContext("2d");
    const font = 'system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
    const width = (text, weight) => { pen.font = weight + " 13px " + font; return pen.measureText(text).width; };
    const short = (text) => (text.length > 26 ? text.slice(0, 25) + "…" : text);
    const linked = new Set(drawn.edges.flatMap((edge) => [edge.source, edge.target]));
    const loose = drawn.nodes.length - linked.size;
    const kept = drawn.nodes.filter((node) => linked.has(node.id) || loose <= 12);
    if (kept.length < drawn.nodes.length) { byId("not-drawn").textContent = loose + " reports without a link to another are not drawn."; }
    const nodes = kept.map((node, rank) => {
      const label = short(node.name) + "\n" + node.date;
      const wide = Math.max(...label.split("\n").map((line) => width(line, 600)));
      return { data: Object.assign({ label: label, wide: Math.ceil(wide) + 26, rank: rank }, node), classes: [node.unseen ? "unseen" : "", node.root || "", node.apart ? "apart" : ""].join(" ") };
    });
    const edges = drawn.edges.map((edge) => ({ data: edge, classes: edge.directed ? "" : "alike" }));
    if (kept.length > 14) { holder.closest(".sides").classList.add("crowded"); }
    const style = () => [
      { selector: "node", style: { shape: "round-rectangle", width: "data(wide)", height: 46, "background-color": colour("--paper"), "border-width": 1.5, "border-color": colour("--strong-line"), label: "data(label)", color: colour("--ink"), "font-size": 13, "font-family": font, "text-wrap": "wrap", "text-max-width": 400, "text-valign": "center", "line-height": 1.25 } },
      { selector: "node.confirmed", style: { "border-color": colour("--good"), "border-width": 3.5 } },
      { selector: "node.possible", style: { "border-color": colour("--good") } },
      { selector: "node.unseen", style: { "border-style": "dashed" } },
      { selector: "node.apart", style: { color: colour("--quiet") } },
      { selector: "edge", style: { width: 2, "curve-style": "bezier", "line-color": colour("--strong-line"), "target-arrow-color": colour("--strong-line"), "target-arrow-shape": "triangle", label: "data(label)", "font-size": 12, "font-family": font, color: colour("--ink"), "text-background-color": colour("--card"), "text-background-opacity": 1, "text-background-padding": 3 } },
      { selector: "edge.alike", style: { "target-arrow-shape": "none", "line-style": "dashed", "line-dash-pattern": [3, 5], width: 3 } },
      { selector: ".on", style: { "line-color": colour("--focus"), "target-arrow-color": colour("--focus"), "border-color": colour("--focus"), width: 3, "z-index": 9 } },
      { selector: "node.on", style: { width: "data(wide)" } },
    ];
    const cy = cytoscape({ container: holder, elements: { nodes: nodes, edges: edges }, style: style(), userZoomingEnabled: false, boxSelectionEnabled: false, autoungrabify: true, userPanningEnabled: window.matchMedia("(pointer: fine)").matches, minZoom: 0.2, maxZoom: 2 });
    const joined = cy.elements().filter((part) => part.isEdge() || linked.has(part.id()));
    const alone = cy.nodes().difference(joined);
    const inTime = (a, b) => a.data("rank") - b.data("rank");
    /* Across the arrows too, what is older stands first. */
    function mirror(axis) {
      const found = joined.nodes();
      const middle = (pick) => found.reduce((sum, node) => sum + pick(node), 0) / Math.max(found.length, 1);
      const time = middle((node) => node.data("rank")), place = middle((node) => node.position(axis));
      const lean = found.reduce((sum, node) => sum + (node.data("rank") - time) * (node.position(axis) - place), 0);
      if (lean < 0) { found.forEach((node) => { node.position(axis, 2 * place - node.position(axis)); }); }
    }
    function arrange(direction) {
      joined.layout({ name: "dagre", rankDir: direction, nodeSep: 22, rankSep: direction === "LR" ? 130 : 62, edgeSep: 14, sort: inTime, fit: false, animate: false }).run();
      mirror(direction === "LR" ? "y" : "x");
      const box = joined.nonempty() ? joined.boundingBox() : { x1: 0, x2: holder.clientWidth, y2: 0, w: holder.clientWidth };
      const most = Math.max(box.w, Math.min(holder.clientWidth, 900));
      let x = box.x1, y = box.y2 + 50;
      alone.sort(inTime).forEach((node) => {
        const wide = node.data("wide");
        if (x > box.x1 && x + wide > box.x1 + most) { x = box.x1; y += 62; }
        node.position({ x: x + wide / 2, y: y });
        x += wide + 18;
      });
    }
    const room = 620, pad = 24;
    function zoomOf() {
      const box = cy.elements().boundingBox();
      return Math.min((holder.clientWidth - 2 * pad) / box.w, (room - 2 * pad) / box.h, 1.1);
    }
    function fit() {
      arrange("LR");
      const lying = zoomOf();
      arrange("TB");
      if (lying >= zoomOf()) { arrange("LR"); }
      const zoom = Math.max(zoomOf(), 0.45);
      const box = cy.elements().boundingBox();
      holder.style.height = Math.round(Math.min(room, Math.max(150, box.h * zoom + 2 * pad))) + "px";
      cy.resize();
      cy.zoom(zoom);
      cy.center();
      if (box.w * zoom > holder.clientWidth || box.h * zoom > room) { cy.pan({ x: pad - box.x1 * zoom, y: pad - box.y1 * zoom }); }
      if (box.w * zoom > holder.clientWidth) { cy.userPanningEnabled(true); }
    }
    fit();
    let before = holder.clientWidth;
    window.addEventListener("resize", () => { if (holder.clientWidth !== before) { before = holder.clientWidth; fit(); } });
    redraw = () => cy.style(style());
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    const zoomBy = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: holder.clientWidth / 2, y: holder.clientHeight / 2 } });
    byId("zoom-in").addEventListener("click", () => { cy.userPanningEnabled(true); zoomBy(1.25); });
    byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
    byId("zoom-fit").addEventListener("click", fit);
    const mark = (id) => {
      cy.elements().removeClass("on");
      all(".edges > li.on").forEach((item) => item.classList.remove("on"));
      if (id) { cy.getElementById(id).addClass("on"); byId(id).classList.add("on"); }
    };
    all(".edges > li").forEach((item) => {
      item.addEventListener("focusin", () => mark(item.id));
      item.addEventListener("mouseenter", () => mark(item.id));
    });
    cy.on("tap", "edge", (event) => {
      const item = byId(event.target.id());
      mark(item.id);
      item.querySelector("details").open = true;
      item.scrollIntoView({ block: "nearest" });
      item.querySelector("summary").focus({ preventScroll: true });
    });
    cy.on("tap", "node", (event) => {
      const anchor = event.target.data("article");
      const link = anchor && document.querySelector('#reports a[href="#' + anchor + '"]');
      if (link) { link.click(); }
    });
    cy.on("mouseover", "node[article], edge", () => { holder.style.cursor = "pointer"; });
    cy.on("mouseout", "node, edge", () => { holder.style.cursor = ""; });
    holder.dataset.drawn = String(cy.elements().length);
  }

  /* A link from elsewhere into this page. */
  const start = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (start) { jump({ dataset: { all: start.matches(".p, .q") ? start.id : "" } }, start); }
})();
