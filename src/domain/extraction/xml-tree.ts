/** An element of a document of data, without prefixes, comments and what is none of the reader's business. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, not that of the elements inside. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The children of this name, or of one of these names. */
export function childrenOf(element: XmlElement | null, ...names: readonly string[]): readonly XmlElement[] {
  return element?.children.filter((child) => names.includes(child.name)) ?? [];
}

/** The first element down a path; a step may allow several names, `A|B`. */
export function at(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce<XmlElement | null>((from, step) => childrenOf(from, ...step.split("|"))[0] ?? null, element);
}

/** The text down a path, on one line; null when there is none. */
export function textAt(element: XmlElement | null, ...path: readonly string[]): string | null {
  const text = at(element, ...path)
    ?.text.replace(/\s+/g, " ")
    .trim();
  return text ? text : null;
}
