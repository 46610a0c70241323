import { redirect } from "next/navigation";
import { currentPerson } from "@/runtime/next";

/** Sends each person to where their work is. */
export default async function Home() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");
  if (person.roles.includes("broker")) redirect("/broker/shipments");
  redirect(person.roles.includes("officer") ? "/compliance/reviews" : "/admin/aeo");
}
