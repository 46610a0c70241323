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

/** The destructions that the office supervises, by their state. */
export default async function OfficeDestructionsPage({ searchParams }: Props) {
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
      <Link href="?">{t("showAll")}</Link>
    </Button>
  );
  return (
    <DestructionList
      base="/compliance/destructions"
      lead={t("leadOffice")}
      {...listed.value}
      state={state}
      empty={{ words: t("emptyOffice"), action }}
    />
  );
}
