import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listPeople } from "@/application/maintain-people";
import { toMemberView } from "@/application/member-view";
import { services } from "@/runtime/container";
import { currentActor, currentPerson, viewsOf } from "@/runtime/next";
import { AddPerson } from "@/ui/account/add-person";
import { PeopleTable } from "@/ui/account/people-table";
import { ListBar } from "@/ui/list/list-bar";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage() {
  const [actor, person] = [await currentActor(), await currentPerson()];
  if (!actor || !person) redirect("/sign-in");
  const people = await listPeople(services(), actor);
  if (!people.ok) notFound();
  const t = await getTranslations("people");
  const offered = person.organisationKind === "authority" ? AUTHORITY_ROLES : BROKER_ROLES;
  return (
    <div className="flex max-w-5xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={t("lead", { organisation: person.organisationName })}>
        <AddPerson offered={offered} />
      </PageHeader>
      <ListBar list="people" views={await viewsOf(actor, "people")} isExported={false} />
      <PeopleTable rows={people.value.map(toMemberView)} offered={offered} self={person.userId} />
    </div>
  );
}

const BROKER_ROLES = ["broker", "officer", "admin"] as const;
const AUTHORITY_ROLES = ["officer", "admin"] as const;
