"""What a browser measures: text whose contrast with the ground painted under it is under 4.5 to 1 (WCAG 2.2, 1.4.3)."""

CONTRAST = """() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0) { return c.slice(0, 3); } } return [255, 255, 255]; };
  const weak = new Set();
  for (const e of document.querySelectorAll("body *:not(script):not(style)")) {
    const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.getClientRects().length) { continue; }
    const style = getComputedStyle(e);
    const a = light(parse(e.tagName === "text" ? style.fill : style.color).slice(0, 3)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) { weak.add(e.tagName + "." + e.className + " " + ratio.toFixed(2)); }
  }
  return Array.from(weak);
}"""
