import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DESTRUCTION_STATES } from "@/domain/destruction/destruction";
import { currentActor, queries, today } from "@/runtime/next";
import { DestructionActs } from "@/ui/destruction/destruction-acts";
import { DestructionList } from "@/ui/destruction/destruction-list";
import { DestructionSheet } from "@/ui/destruction/destruction-sheet";
import { Button } from "@/ui/parts/button";
import { PageHeader } from "@/ui/parts/page-header";

const ROWS = 50;

/** The rooms in which destructions stand: that of the goods' owner, and that of the office which supervises them. */
const ROOMS = {
  broker: {
    base: "/broker/stock/destructions",
    ...({ lead: "lead", empty: "empty", way: { href: "/broker/stock", words: "toStock" } } as const),
  },
  office: {
    base: "/compliance/destructions",
    ...({ lead: "leadOffice", empty: "emptyOffice", way: { href: "?", words: "showAll" } } as const),
  },
};
type Room = keyof typeof ROOMS;

export async function destructionsTitle() {
  return { title: (await getTranslations("destruction"))("title") };
}

export async function destructionTitle() {
  return { title: (await getTranslations("destruction"))("one") };
}

export interface DestructionsProps {
  readonly searchParams: Promise<{ readonly state?: string; readonly cursor?: string }>;
}

/** The destructions that the reader sees, by their state. */
export async function DestructionsPage({ room, searchParams }: DestructionsProps & { readonly room: Room }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { state: asked, cursor } = await searchParams;
  const state = DESTRUCTION_STATES.find((each) => each === asked);
  const options = { limit: ROWS, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) };
  const listed = await queries().listDestructions(actor, options);
  if (!listed.ok) notFound();
  const t = await getTranslations("destruction");
  const { base, lead, empty, way } = ROOMS[room];
  const action = (
    <Button asChild look="quiet">
      <Link href={way.href}>{t(way.words)}</Link>
    </Button>
  );
  return (
    <DestructionList base={base} lead={t(lead)} {...listed.value} state={state} empty={{ words: t(empty), action }} />
  );
}

export interface DestructionProps {
  readonly params: Promise<{ readonly destructionId: string }>;
}

/** One destruction: what stands in it, and what the reader may do now. */
export async function DestructionPage({ room, params }: DestructionProps & { readonly room: Room }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { destructionId } = await params;
  const found = await queries().getDestruction(actor, destructionId);
  if (!found.ok || !found.value) notFound();
  const t = await getTranslations("destruction");
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-5 px-4 pb-10 pt-5 md:px-6 print:max-w-none print:p-0">
      <PageHeader
        title={t("one")}
        lead={
          <Link href={ROOMS[room].base} className="print:hidden">
            {t("title")}
          </Link>
        }
      >
        <span className="flex flex-wrap gap-2 print:hidden">
          <DestructionActs destruction={found.value} today={today()} />
        </span>
      </PageHeader>
      <DestructionSheet destruction={found.value} />
    </div>
  );
}
