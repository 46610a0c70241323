import { htmlAnswer } from "../page";
import { passportPage } from "../passport-page";
import type { Publishing } from "../publishing";
import type { Route } from "../route";
import { thumbnailOf } from "../thumbnail";
import { bytesOf } from "./labels";

/** The page of a passport, for whoever holds the goods. */
export function passportRoutes({ published, files, issuer, today, qr }: Publishing): readonly Route[] {
  return [
    {
      pattern: /^\/passports\/([A-Za-z0-9_-]{22})$/,
      isTranslated: true,
      answer: async ({ parts: [publicId = ""], path, language }) => {
        const passport = await published.passport(publicId);
        if (!passport) return null;
        const { label, gtin } = passport.content;
        const picture = label && (await bytesOf(files, label.sha256));
        const page = await passportPage({
          ...{ passport, language, path, issuer, qr, today: today() },
          thumbnail: picture ? await thumbnailOf(picture) : null,
        });
        return htmlAnswer(page, [`passport:${publicId}`, `gtin:${gtin}`]);
      },
    },
  ];
}
