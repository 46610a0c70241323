import { BadgeCheck } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { beginningOf } from "@/contracts/view-address";
import { PERMIT_LISTS } from "@/contracts/views/permit";
import { countWords } from "@/contracts/views/scalars";
import { currentActor, queries, today, viewsOf } from "@/runtime/next";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { Alert } from "@/ui/parts/alert";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { EndingList } from "@/ui/permit/ending-list";
import { PermitForm } from "@/ui/permit/permit-form";
import { PermitImport } from "@/ui/permit/permit-import";
import { PermitTable } from "@/ui/permit/permit-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("permit"))("title") };
}

const ROWS = 50;

interface Props {
  readonly searchParams: Promise<{ readonly list?: string; readonly cursor?: string }>;
}

/** The permits, registrations and certificates that a broker keeps on record. */
export default async function PermitsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const asked = await searchParams;
  const views = await viewsOf(actor, "permits");
  const beginning = beginningOf(views, asked);
  if (beginning) redirect(beginning);
  const list = PERMIT_LISTS.find((each) => each === asked.list) ?? "on_record";
  const options = { limit: ROWS, list, ...(asked.cursor ? { cursor: asked.cursor } : {}) };
  const listed = await queries().listPermits(actor, options);
  const kinds = await queries().listPermitKinds(actor);
  const ending = await queries().countEndingPermits(actor);
  const endings = await queries().listEndings(actor);
  if (!listed.ok || !kinds.ok || !ending.ok || !endings.ok) notFound();
  const t = await getTranslations("permit");
  const { rows, nextCursor } = listed.value;
  const record = <PermitForm kinds={kinds.value} today={today()} />;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        <PermitImport />
      </PageHeader>
      {ending.value > 0 ? (
        <Alert tone="warning">{t("ending", { count: ending.value, shown: countWords(ending.value) })}</Alert>
      ) : null}
      <div className="border-b">
        <TabLinks
          label={t("byList")}
          tabs={PERMIT_LISTS.map((each) => ({
            href: `?list=${each}`,
            label: t(`list.${each}`),
            isHere: each === list,
          }))}
        />
      </div>
      {list === "on_record" || list === "ending" ? <EndingList endings={endings.value} /> : null}
      {rows.length === 0 ? (
        <>
          {views.length > 0 ? <ListBar list="permits" views={views} /> : null}
          <EmptyState icon={BadgeCheck} words={t("empty")} action={record} />
        </>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            {record}
            <ListBar list="permits" views={views} />
          </div>
          <PermitTable rows={rows} kinds={kinds.value} today={today()} />
        </>
      )}
      <PageLinks nextCursor={nextCursor} isFirst={asked.cursor === undefined} next={t("older")} />
    </div>
  );
}
