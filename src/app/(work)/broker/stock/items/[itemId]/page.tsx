import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries, today } from "@/runtime/next";
import { ApplyDestruction } from "@/ui/destruction/apply-destruction";
import { Button } from "@/ui/parts/button";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";
import { Legal } from "@/ui/stock/item-table";
import { LotTable } from "@/ui/stock/lot-table";
import { Quantity } from "@/ui/stock/quantity";
import { StatementTable } from "@/ui/stock/statement-table";

interface Props {
  readonly params: Promise<{ readonly itemId: string }>;
  readonly searchParams: Promise<{ readonly before?: string }>;
}

const ROWS = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("statement") };
}

export default async function BookItemPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { itemId } = await params;
  const before = Number((await searchParams).before);
  const item = await queries().getBookItem(actor, itemId);
  if (!item.ok || !item.value) notFound();
  const isPage = Number.isInteger(before) && before > 0;
  const statement = await queries().getBookStatement(actor, itemId, { limit: ROWS, ...(isPage ? { before } : {}) });
  if (!statement.ok) notFound();
  const t = await getTranslations("stock");
  const row = item.value;
  const { rows, nextBefore } = statement.value;
  const free = row.lots.filter(({ available }) => available !== "0");
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={row.description}
        lead={
          <>
            <Link href={`/broker/stock/${row.book.id}`}>
              {row.book.emsNo}/{row.itemNo}
            </Link>
            {` · ${row.productCode} · ${row.commodityCode} ${row.origin}`}
          </>
        }
      >
        {free.length > 0 ? <ApplyDestruction bookId={row.book.id} lots={free} today={today()} /> : null}
        <Button asChild look="quiet">
          <a href={`/api/v1/book-items/${row.id}/statement.csv`} download>
            {t("export")}
          </a>
        </Button>
      </PageHeader>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {(["balance", "reserved", "available"] as const).map((name) => (
          <div key={name}>
            <dt className="text-muted">{t(`column.${name}`)}</dt>
            <dd className="text-lg font-semibold" data-testid={name}>
              <Quantity value={row[name]} unit={row.declaredUnit} />
            </dd>
          </div>
        ))}
        <div>
          <dt className="text-muted">{t("legal")}</dt>
          <dd className="text-lg">
            <Legal row={row} />
          </dd>
        </div>
      </dl>
      <Section title={t("lots")}>
        <LotTable lots={row.lots} />
      </Section>
      <Section title={t("statement")}>
        {rows.length === 0 ? (
          <p className="text-muted">{t("noMovements")}</p>
        ) : (
          <StatementTable rows={rows} label={t("statement")} />
        )}
        {nextBefore === null ? null : (
          <Link href={`?before=${nextBefore}`} className="mt-2 inline-block">
            {t("earlier")}
          </Link>
        )}
      </Section>
    </div>
  );
}
