import { z } from 'zod'

/** In what the enterprise trades. */
export const lines = [
  'food',
  'sewing',
  'farming',
  'fishing',
  'shop',
  'beauty',
  'workshop',
  'crafts',
  'transport',
  'other',
] as const
export const enterpriseStates = ['planned', 'running', 'stopped'] as const
export type EnterpriseState = (typeof enterpriseStates)[number]

interface Move {
  from: readonly EnterpriseState[]
  to: EnterpriseState
}
/** The only ways an enterprise changes state; the day of its first start stays (0017). */
export const enterpriseMoves = {
  start: { from: ['planned'], to: 'running' },
  stop: { from: ['running'], to: 'stopped' },
  resume: { from: ['stopped'], to: 'running' },
} as const satisfies Record<string, Move>
export type EnterpriseMove = keyof typeof enterpriseMoves
export const enterpriseMoveNames = Object.keys(enterpriseMoves) as EnterpriseMove[]
export const canMove = (move: EnterpriseMove, state: EnterpriseState) =>
  (enterpriseMoves[move].from as readonly EnterpriseState[]).includes(state)

/** The eight boxes of the canvas, in the order in which they are asked. */
export const boxes = [
  'offer',
  'customers',
  'selling',
  'strength',
  'means',
  'helpers',
  'income',
  'costs',
] as const
export const canvasContent = z.object(
  Object.fromEntries(boxes.map(box => [box, z.string().default('')])) as Record<
    (typeof boxes)[number],
    z.ZodDefault<z.ZodString>
  >,
)
export type Canvas = z.output<typeof canvasContent>

/** Whole Rupiah; nobody plans more than this in a village. */
export const mostRupiah = 100_000_000_000
const rupiah = z.int().min(0).max(mostRupiah)
export const planContent = z.object({
  capital: rupiah,
  sales: rupiah,
  goods: rupiah,
  rent: rupiah,
  wages: rupiah,
  repayment: rupiah,
  household: rupiah,
  /** Percent by which sales grow each month; may shrink. */
  growth: z.int().min(-50).max(100),
})
export type Plan = z.output<typeof planContent>
export const planFields = ['capital', 'sales', 'goods', 'rent', 'wages', 'repayment', 'household'] as const

export interface PlanMonth {
  month: number
  sales: number
  /** Goods grow with the sales; the rest is the same each month. */
  costs: number
  left: number
  /** What is in the box at the end of the month. */
  cash: number
}

/** Twelve months of a plan, in whole Rupiah. */
export const monthsOf = (plan: Plan): PlanMonth[] => {
  const fixed = plan.rent + plan.wages + plan.repayment + plan.household
  let cash = plan.capital
  return Array.from({ length: 12 }, (_, place) => {
    const grown = (1 + plan.growth / 100) ** place
    const sales = Math.round(plan.sales * grown)
    const costs = Math.round(plan.goods * grown) + fixed
    cash += sales - costs
    return { month: place + 1, sales, costs, left: sales - costs, cash }
  })
}

/** The first month in which the money does not reach; nothing when it always does. */
export const shortMonth = (months: readonly PlanMonth[]) => months.find(({ cash }) => cash < 0)?.month

/** Rp1.500.000, 1500000 and 1,500,000 are one sum. @returns NaN when it is none */
export const rupiahIn = (typed: string): number => {
  const bare = typed.trim().replace(/^rp\.?\s*/i, '')
  if (bare === '') return 0
  return /^\d{1,3}([.,]\d{3})*(,00)?$|^\d+$/.test(bare)
    ? Number(bare.replace(/,00$/, '').replace(/[.,]/g, ''))
    : Number.NaN
}
