variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
}

variable "auth_dev_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of auth-dev; empty until it is there"
  default     = ""
}

variable "auth_dev_host" {
  type        = string
  description = "Name of auth-dev in its certificate; empty until it is known"
  default     = ""
}
