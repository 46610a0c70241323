import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DESTRUCTION_STATES } from "@/domain/destruction/destruction";
import { currentActor, queries } from "@/runtime/next";
import { DestructionList } from "@/ui/destruction/destruction-list";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly searchParams: Promise<{ readonly state?: string; readonly cursor?: string }>;
}

const ROWS = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("destruction"))("title") };
}

/** The destructions of the organisation's goods, by their state. */
export default async function DestructionsPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { state: asked, cursor } = await searchParams;
  const state = DESTRUCTION_STATES.find((each) => each === asked);
  const options = { limit: ROWS, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) };
  const listed = await queries().listDestructions(actor, options);
  if (!listed.ok) notFound();
  const t = await getTranslations("destruction");
  const action = (
    <Button asChild look="quiet">
      <Link href="/broker/stock">{t("toStock")}</Link>
    </Button>
  );
  return (
    <DestructionList
      base="/broker/stock/destructions"
      lead={t("lead")}
      {...listed.value}
      state={state}
      empty={{ words: t("empty"), action }}
    />
  );
}
