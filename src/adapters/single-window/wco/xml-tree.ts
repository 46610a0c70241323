import { fault, type MessageFault } from "@/domain/message/fault";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Element, escapeXml, parseXml } from "../xml";
import type { Node } from "./tree";

/** Namespaces of the messages as customs declaration services use them; field practice, not checked at source. */
const NAMESPACES: Readonly<Record<string, string>> = {
  Declaration: "urn:wco:datamodel:WCO:DEC-DMS:2",
  Response: "urn:wco:datamodel:WCO:RES-DMS:2",
};

/** The tree in XML. */
export function writeXmlTree(root: Node): Uint8Array {
  const namespace = NAMESPACES[root.name] ?? "";
  const withNamespace = { ...root, attributes: { xmlns: namespace, ...root.attributes } };
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(withNamespace, 0)}`);
}

function writeNode({ name, attributes, text, children }: Node, depth: number): string {
  const indent = "  ".repeat(depth);
  const marks = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join("");
  if (children.length === 0) return `${indent}<${name}${marks}>${escapeXml(text)}</${name}>\n`;
  return `${indent}<${name}${marks}>\n${children.map((each) => writeNode(each, depth + 1)).join("")}${indent}</${name}>\n`;
}

/** The tree of a message in XML, when its root and all its elements are of the right namespace. */
export function readXmlTree(bytes: Uint8Array): Result<Node, readonly MessageFault[]> {
  const read = parseXml(bytes, "WCO");
  if (!read.ok) return read;
  const expected = NAMESPACES[read.value.name];
  if (!expected) return err([fault("unknown_message", "WCO", read.value.name, { value: read.value.name })]);
  const strange = strangerIn(read.value, expected);
  if (strange) return err([fault("wrong_namespace", "WCO", strange.name, { value: strange.namespace, expected })]);
  return ok(toNode(read.value));
}

function strangerIn(element: Element, expected: string): Element | null {
  if (element.namespace !== expected) return element;
  for (const child of element.children) {
    const found = strangerIn(child, expected);
    if (found) return found;
  }
  return null;
}

function toNode({ name, attributes, text, children }: Element): Node {
  return { name, attributes: { ...attributes }, text: text.trim(), children: children.map(toNode) };
}
