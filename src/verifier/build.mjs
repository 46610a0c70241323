import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Builds dist/verify.html: one file with script, style and words in it, which runs from a disk. Its rules allow this
 * script and this style by their hashes and nothing else, so no request of it leaves the computer.
 */
export async function buildPage(build, root) {
  const from = (name) => join(root, "src", "verifier", name);
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome103", "firefox113", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    plugins: [withoutLocales],
    logLevel: "error",
  };
  const [script, style] = await Promise.all([
    build({ ...common, entryPoints: [from("main.ts")], platform: "browser", format: "iife" }),
    build({ ...common, entryPoints: [from("verify.css")] }),
  ]);
  // An end tag in a string of the script would end the script.
  const scriptText = textOf(script).replaceAll("</script", "<\\/script");
  const styleText = textOf(style);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(scriptText)}'`,
    `style-src 'sha256-${hashOf(styleText)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const icon = readFileSync(join(root, "public", "icon.svg")).toString("base64");
  const holes = [
    ['content="policy"', `content="${policy}"`],
    ['href="icon"', `href="data:image/svg+xml;base64,${icon}"`],
    ["/*style*/", styleText],
    ["<script>script</script>", `<script>${scriptText}</script>`],
  ];
  const page = holes.reduce(
    (text, [hole, part]) => {
      if (!text.includes(hole)) throw new Error(`the page has no place for ${hole}`);
      return text.replace(hole, () => part);
    },
    readFileSync(from("verify.html"), "utf8"),
  );
  writeFileSync(join(root, "dist", "verify.html"), page);
}

/** The page has words of its own for every fault; those of zod in forty languages would be half of the file. */
const withoutLocales = {
  name: "without-locales",
  setup: ({ onLoad }) =>
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    })),
};

function textOf({ outputFiles }) {
  return outputFiles[0].text.trim();
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("base64");
}
