import Link from "next/link";
import { useTranslations } from "next-intl";
import { EXPIRY_BANDS, type ExpiryBand } from "@/domain/account-book/expiry";
import { Button } from "@/ui/parts/button";
import { INPUT_LOOK } from "@/ui/parts/input";

export interface ItemQuery {
  readonly search: string;
  readonly expiry: ExpiryBand | null;
  readonly inStock: boolean;
  readonly after: number | null;
}

type Asked = Readonly<Partial<Record<"search" | "expiry" | "inStock" | "after", string>>>;

/** Reads the filters of the address; what it does not know filters nothing. */
export function readItemQuery({ search, expiry, inStock, after }: Asked): ItemQuery {
  const number = Number(after);
  return {
    search: (search ?? "").slice(0, 100),
    expiry: EXPIRY_BANDS.find((band) => band === expiry) ?? null,
    inStock: inStock === "true",
    after: Number.isInteger(number) && number > 0 ? number : null,
  };
}

/** The filters of the items: a form that writes the address. */
export function ItemFilters({ query, address }: { readonly query: ItemQuery; readonly address: string }) {
  const t = useTranslations("stock");
  const isFiltered = query.search !== "" || query.expiry !== null || query.inStock;
  return (
    <form action={address} className="flex flex-wrap items-end gap-3 text-sm">
      <label className="flex min-w-0 basis-full flex-col gap-1 sm:max-w-72 sm:flex-1 sm:basis-40">
        {t("filter.search")}
        <input name="search" defaultValue={query.search} className={`${INPUT_LOOK} h-8`} />
      </label>
      <label className="flex flex-col gap-1">
        {t("filter.expiry")}
        <select name="expiry" defaultValue={query.expiry ?? ""} className={`${INPUT_LOOK} h-8`}>
          <option value="">{t("filter.anyExpiry")}</option>
          {EXPIRY_BANDS.map((band) => (
            <option key={band} value={band}>
              {t(`band.${band}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-h-8 items-center gap-2">
        <input type="checkbox" name="inStock" value="true" defaultChecked={query.inStock} className="size-4" />
        {t("filter.inStock")}
      </label>
      <Button type="submit" look="quiet">
        {t("filter.show")}
      </Button>
      {isFiltered ? (
        <Link href={address} className="inline-flex min-h-8 items-center">
          {t("filter.clear")}
        </Link>
      ) : null}
    </form>
  );
}
