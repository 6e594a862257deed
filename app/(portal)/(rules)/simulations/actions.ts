'use server'
import { action } from '@/lib/action/action'
import { saveSimulation as save } from '@/lib/data/rules/simulations'
import { simulationSchema } from '@/lib/schemas/rules'

export const saveSimulation = action('simulation.save', simulationSchema, async (viewer, input, arrival) => {
  const { id } = await save(viewer, input, arrival)
  return { message: '已保存。', to: `/simulations/${id}` }
})
