import { Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { beginningOf, wholeAddress } from "@/contracts/view-address";
import { RETURN_STATES } from "@/contracts/views/goods-return";
import { currentActor, queries, today, viewsOf } from "@/runtime/next";
import { ReturnList } from "@/ui/goods-return/return-list";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("goodsReturn"))("title") };
}

const ROWS = 50;

interface Props {
  readonly searchParams: Promise<{ readonly state?: string; readonly cursor?: string }>;
}

/** The retail goods of a broker that come back, by the state of their return. */
export default async function ReturnsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { state: asked, cursor } = await searchParams;
  const views = await viewsOf(actor, "returns");
  const beginning = beginningOf(views, await searchParams);
  if (beginning) redirect(beginning);
  const state = RETURN_STATES.find((each) => each === asked);
  const listed = await queries().listReturns(actor, {
    limit: ROWS,
    ...(state ? { state } : {}),
    ...(cursor ? { cursor } : {}),
  });
  if (!listed.ok) notFound();
  const t = await getTranslations("goodsReturn");
  const { rows, nextCursor } = listed.value;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="border-b">
        <TabLinks
          label={t("byState")}
          tabs={[
            { href: wholeAddress("returns", {}, views), label: t("all"), isHere: state === undefined },
            ...RETURN_STATES.map((each) => ({
              href: `?state=${each}`,
              label: t(`state.${each}`),
              isHere: each === state,
            })),
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <>
          {views.length > 0 ? <ListBar list="returns" views={views} /> : null}
          <EmptyState icon={Undo2} words={t("empty")} action={null} />
        </>
      ) : (
        <>
          <ListBar list="returns" views={views} />
          <ReturnList rows={rows} mayAct={authorise(actor, "return_goods").ok} today={today()} />
        </>
      )}
      <PageLinks nextCursor={nextCursor} isFirst={cursor === undefined} next={t("older")} />
    </div>
  );
}
