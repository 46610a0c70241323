import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Points an inch of a picture, as of a fine fax; copies are made coarser from it. */
export const FINE = 204;
/** Millimetres; narrower paper comes from a roll. */
const NARROW = 100;

/** One browser that draws paper after paper. */
export interface Press {
  /** The paper as a PDF with text. */
  pdf(html: string, size: readonly [number, number]): Promise<Buffer>;
  /** The paper's first page as a picture. */
  picture(html: string, size: readonly [number, number]): Promise<Buffer>;
  /** Any page as a picture of so many pixels. */
  scene(html: string, width: number, height: number): Promise<Buffer>;
  /** The paper's text, as it stands on the page. */
  text(): Promise<string>;
  close(): Promise<void>;
}

/** Whether this machine has a browser that the press can work with. */
export function hasBrowser(): boolean {
  return SYSTEM.some(existsSync) || existsSync(chromium.executablePath());
}

/** Opens the press; `folder` holds its working files, `faces` more typefaces, one package a folder. */
export async function press(root: string, folder: string, faces: string | undefined): Promise<Press> {
  const executablePath = SYSTEM.find(existsSync);
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  writeFileSync(join(folder, "faces.css"), facesCss(root, faces));
  const file = join(folder, "paper.html");
  // One page for each scale, kept open: opening one costs more than drawing on it.
  const pages = new Map<number, Page>();
  let page: Page;
  const load = async (html: string, width: number, height: number, scale: number) => {
    page = pages.get(scale) ?? (await (await browser.newContext({ deviceScaleFactor: scale })).newPage());
    pages.set(scale, page);
    await page.setViewportSize({ width, height });
    writeFileSync(file, html.replace("</style>", '</style><style id="hidden">body{display:none}</style>'));
    await page.goto(pathToFileURL(file).href);
    // Letters that are laid out before their part of a face is there stay empty boxes, so nothing is laid out till then.
    await page.evaluate(async () => {
      const faces = ['16px "Noto Sans SC Variable"', 'bold 16px "Noto Sans SC Variable"'];
      await Promise.all(faces.map((face) => document.fonts.load(face, document.body.textContent ?? "")));
      document.getElementById("hidden")?.remove();
      await document.fonts.ready;
    });
  };
  return {
    async pdf(html, size) {
      await load(html, Math.round((size[0] / 25.4) * 96), Math.round((size[1] / 25.4) * 96), 1);
      // A till's paper is as long as what is on it.
      if (size[0] < NARROW) {
        const tall = await page.evaluate(() => document.body.scrollHeight);
        await page.addStyleTag({ content: `@page{size:${size[0]}mm ${Math.ceil((tall / 96) * 25.4) + 8}mm}` });
      }
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    },
    async picture(html, size) {
      const [width, height] = size.map((mm) => Math.round((mm / 25.4) * 96)) as [number, number];
      await load(html, width, height, FINE / 96);
      // Long lists are shrunk to the sheet, as printing programs do.
      if (size[0] >= NARROW) {
        await page.evaluate((most) => {
          const share = most / document.body.scrollHeight;
          if (share < 0.995) document.body.style.zoom = String(Math.max(0.55, share));
        }, height);
      }
      return page.screenshot({ fullPage: true });
    },
    async scene(html, width, height) {
      await load(html, width, height, 1);
      return page.screenshot({ type: "jpeg", quality: 88 });
    },
    // As a script in text: its lines as they are laid out, which textContent does not have.
    text: () => page.evaluate<string>("document.body.innerText"),
    close: () => browser.close(),
  };
}

function facesCss(root: string, faces: string | undefined): string {
  const known = ["noto-sans-sc", "inter"].map((name) => join(root, "node_modules", "@fontsource-variable", name));
  const more =
    faces && existsSync(faces)
      ? readdirSync(faces)
          .sort()
          .map((name) => join(faces, name))
      : [];
  return [...known, ...more]
    .flatMap((folder) =>
      ["index.css", "400.css", "700.css"]
        .filter((name) => (name === "index.css" ? known.includes(folder) : more.includes(folder)))
        .map((name) => [folder, name] as const),
    )
    .filter(([folder, name]) => existsSync(join(folder, name)))
    .map(([folder, name]) =>
      readFileSync(join(folder, name), "utf8").replace(/url\(\.\//g, `url(${pathToFileURL(folder).href}/`),
    )
    .join("\n");
}
