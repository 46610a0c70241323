import PDFDocument from "pdfkit";

/** A PDF of one page that has these files attached, by their names. */
export async function pdfWith(files: Readonly<Record<string, string>>, compress: boolean): Promise<Buffer> {
  const document = new PDFDocument({ compress });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => document.on("end", () => resolve()));
  document.text("Release order");
  for (const [name, content] of Object.entries(files)) document.file(Buffer.from(content), { name });
  document.end();
  await ended;
  return Buffer.concat(parts);
}
