import { QrCode } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { beginningOf } from "@/contracts/view-address";
import { PASSPORT_LISTS } from "@/contracts/views/passport";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { ImportPassport } from "@/ui/passport/import-passport";
import { PassportSearch } from "@/ui/passport/passport-search";
import { PassportTable } from "@/ui/passport/passport-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passport"))("title") };
}

const ROWS = 50;
const LONGEST_SEARCH = 100;

interface Props {
  readonly searchParams: Promise<{ readonly list?: string; readonly cursor?: string; readonly search?: string }>;
}

/** The passports of a broker's goods. */
export default async function PassportsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = await searchParams;
  const views = await viewsOf(actor, "passports");
  const beginning = beginningOf(views, asked);
  if (beginning) redirect(beginning);
  const list = PASSPORT_LISTS.find((each) => each === asked.list) ?? "in_force";
  const search = typeof asked.search === "string" ? asked.search.trim().slice(0, LONGEST_SEARCH) : "";
  const narrowed = { ...(search ? { search } : {}), ...(asked.cursor ? { cursor: asked.cursor } : {}) };
  const listed = await queries().listPassports(actor, { limit: ROWS, list, ...narrowed });
  if (!listed.ok) notFound();
  const t = await getTranslations("passport");
  const { rows, nextCursor } = listed.value;
  const begin = (
    <Button asChild>
      <Link href="/broker/passports/new">{t("begin")}</Link>
    </Button>
  );
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        <ImportPassport />
        {begin}
      </PageHeader>
      <div className="border-b">
        <TabLinks
          label={t("byList")}
          tabs={PASSPORT_LISTS.map((each) => ({
            href: `?list=${each}`,
            label: t(`list.${each}`),
            isHere: each === list,
          }))}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <PassportSearch list={list} search={search} />
        <ListBar list="passports" views={views} />
      </div>
      {rows.length > 0 ? (
        <PassportTable rows={rows} />
      ) : (
        <EmptyState icon={QrCode} words={t(search ? "nothing" : "empty")} action={search ? null : begin} />
      )}
      <PageLinks nextCursor={nextCursor} isFirst={asked.cursor === undefined} next={t("older")} />
    </div>
  );
}
