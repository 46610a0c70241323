/** A reference holds 35 characters, an id with its hyphens has 36. */
export function withoutHyphens(messageId: string): string {
  return messageId.replace(/-/g, "");
}

/** The id with its hyphens again; anything else stays as it is and is refused by its form. */
export function toMessageId(reference: string): string {
  return reference.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The control reference of an interchange: fourteen characters of the id. */
export function referenceOf(messageId: string): string {
  return withoutHyphens(messageId).slice(0, 14);
}
