import { contactLink } from './contact-link.ts'

const properties: Record<string, string> = {
  phone: 'telephone',
  email: 'email',
  address: 'address',
  website: 'url',
  hours: 'openingHours',
}

/** A contact that can be tapped where that does something; named for machines inside an office. */
export const Reach = ({ kind, value }: { kind: string; value: string }) => {
  const href = contactLink(kind, value)
  if (!href) return <span itemprop={properties[kind]}>{value}</span>
  return (
    <a href={href} itemprop={properties[kind]} rel="noopener noreferrer">
      {value}
    </a>
  )
}
