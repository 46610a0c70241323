"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { DocumentView } from "@/contracts/views/document";
import type { PricePlaceView } from "@/contracts/views/pre-examination";
import { Skeleton } from "@/ui/parts/skeleton";
import { FactLinks } from "./fact-links";

const Chart = dynamic(() => import("./price-chart").then((module) => module.PriceChart), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
});
const QUANTILES = ["p5", "p25", "p50", "p75", "p95"] as const;

interface Props {
  readonly place: PricePlaceView;
  readonly documents: readonly DocumentView[];
}

/** Past prices of such goods for a kilogram, drawn and as figures, with the line's own among them. */
export function PricePlace({ place, documents }: Props) {
  const t = useTranslations("preExamination");
  const figure = (value: number) => String(Number(value.toPrecision(4)));
  return (
    <div className="min-w-0">
      <p className="text-sm">
        {t(place.basis === "origin" ? "price.ofOrigin" : "price.ofAll", {
          count: place.count,
          code: place.subheading,
          origin: place.origin,
        })}{" "}
        {place.generated > 0 ? (
          <span className="text-muted">{t("price.generated", { count: place.generated })}</span>
        ) : null}
      </p>
      <div aria-hidden className="h-[150px] w-full min-w-0">
        <Chart place={place} words={{ own: t("price.own", { price: figure(place.own) }) }} />
      </div>
      <div className="overflow-x-auto">
        <table aria-label={t("price.title")} className="w-full text-right text-xs">
          <thead>
            <tr className="text-muted">
              {QUANTILES.map((name) => (
                <th key={name} scope="col" className="px-1 py-0.5 text-right">
                  {t(`price.${name}`)}
                </th>
              ))}
              <th scope="col" className="px-1 py-0.5 text-right">
                {t("price.this")}
              </th>
              <th scope="col" className="px-1 py-0.5 text-right">
                {t("price.below")}
              </th>
              <th scope="col" className="px-1 py-0.5 text-right">
                {t("price.z")}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className="border-t">
              {QUANTILES.map((name) => (
                <td key={name} className="px-1 py-0.5">
                  {figure(place.quantiles[name])}
                </td>
              ))}
              <td className="px-1 py-0.5 font-semibold">{figure(place.own)}</td>
              <td className="px-1 py-0.5">{Math.round(100 * place.rank)} %</td>
              <td className="px-1 py-0.5 font-semibold">{place.robustZ === null ? "–" : place.robustZ.toFixed(1)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <FactLinks links={place.links} documents={documents} />
    </div>
  );
}
