#!/usr/bin/env node
import './terminal/node-version';
import './terminal/compile-cache';
import './terminal/optimizer';
import { runCommand } from './command';

void runCommand();
