import type { PublishedPassport } from "@/application/published";
import { type GoodsKey, parseDigitalLink, widerKeys } from "@/domain/passport/digital-link";
import { choicePage } from "../choice-page";
import { htmlAnswer } from "../page";
import type { Publishing } from "../publishing";
import type { Route } from "../route";

/** GS1 Digital Links: from the number of goods to their passport, or to the narrowest one that speaks of them. */
export function digitalLinkRoutes({ published }: Publishing): readonly Route[] {
  return [
    {
      pattern: /^\/(?:01|gtin)\/.+$/,
      isTranslated: true,
      answer: async ({ path, language }) => {
        const goods = parseDigitalLink(path);
        if (!goods.ok) return null;
        const found = await narrowest(published, goods.value);
        const [only, ...others] = found;
        const tags = [`gtin:${goods.value.gtin}`];
        if (!only) return null;
        if (others.length > 0) return htmlAnswer(choicePage(found, language, path), tags);
        return {
          status: 307,
          body: "",
          headers: { location: `/passports/${only.publicId}`, "cache-control": "public, max-age=5" },
          tags,
        };
      },
    },
  ];
}

async function narrowest(published: Publishing["published"], goods: GoodsKey): Promise<readonly PublishedPassport[]> {
  for (const key of widerKeys(goods)) {
    const found = await published.ofGoods(key);
    if (found.length > 0) return found;
  }
  return [];
}
