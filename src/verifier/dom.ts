type Child = Node | string | null | false;

/**
 * An element. Attributes with the value false are left off; what a file says goes in as text and never as markup.
 */
export function h(
  tag: string,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** The signs of a verdict and of a look; they say with their shape what the colour says. */
const SIGNS = {
  yes: "M5 12.5l4.5 4.5L19 7.5",
  no: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  unsure: "M12 5v8.5M12 18.2v.3",
  open: "M7 12h10",
} as const;
export type Sign = keyof typeof SIGNS;

/** A sign to look at; what it means stands beside it in words. */
export function sign(kind: Sign): Element {
  const svg = document.createElementNS(SVG, "svg");
  set(svg, { viewBox: "0 0 24 24", class: `sign ${kind}`, "aria-hidden": "true" });
  const path = document.createElementNS(SVG, "path");
  set(path, { d: SIGNS[kind] });
  svg.append(path);
  return svg;
}

function set(element: Element, attributes: Readonly<Record<string, string | boolean>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
}
