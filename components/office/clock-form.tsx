'use client'
import dynamic from 'next/dynamic'

/** 确认时间, loaded where the clock is in doubt: the home of everybody else carries nothing of it. */
export const ClockForm = dynamic(() => import('./confirm-clock-form').then((module) => module.ConfirmClockForm))
